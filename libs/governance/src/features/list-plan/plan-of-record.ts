import { byCodeUnits, type Cut, type Instant, type ReadModel, type Rows } from '@docket/kernel';
import { gateStandingTable, projectTable, type Baselines, type ProjectRow } from '@docket/project';
import { carriedBy } from '../../domain/motion';
import { motionTable, type MotionRow } from '../../governance.tables';

/** The decision that what is planned rests on, and the grants it was taken under. */
export type PlannedBy = Readonly<{
  motionId: string;
  bodyId: string;
  outcome: string;
  decidedAt: Instant;
  grants: readonly string[];
}>;

/**
 * Work that a portfolio is authorised to do, held work included. `decision` is null of what a list brought as authorised; `gate` is the id of the
 * gate it stands at.
 */
export type PlannedComponent = Readonly<{
  projectId: string;
  name: string;
  node: string | null;
  status: 'authorised' | 'held';
  since: Instant;
  baseline: Baselines | null;
  decision: PlannedBy | null;
  gate: string | null;
}>;

type Decided = Readonly<{ project: string; by: PlannedBy; carriedAt: Instant }>;

/** Outcomes that leave work authorised, or held; `recycle` and `defer` leave it where it is. */
const PLANNING: ReadonlySet<string> = new Set(['go', 'conditional-go', 'hold']);

const decidedIn = (motionId: string, row: MotionRow): readonly Decided[] => {
  const { decision, follow_up, body_id: bodyId, project_id, matter } = row;
  if (!decision || follow_up?.state !== 'carried') return [];
  const { decidedAt, grants } = decision;
  return carriedBy({ matter, projectId: project_id }, decision.outcome)
    .filter(({ ask }) => PLANNING.has(ask))
    .map(({ projectId: project, ask: outcome }) => ({
      project,
      by: { motionId, bodyId, outcome, decidedAt, grants },
      carriedAt: follow_up.at,
    }));
};

/** Of each project the decision that was carried to it last, of those that plan it. */
const lastDecisions = (motions: Rows<MotionRow>): ReadonlyMap<string, PlannedBy> =>
  new Map(
    motions
      .flatMap(({ key, row }) => decidedIn(key, row))
      .sort((a, b) => byCodeUnits(a.carriedAt, b.carriedAt))
      .map(({ project, by }) => [project, by]),
  );

const isPlanned = (row: ProjectRow): row is ProjectRow & Readonly<{ status: PlannedComponent['status'] }> =>
  row.status === 'authorised' || row.status === 'held';

const byNameThenId = (a: PlannedComponent, b: PlannedComponent): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.projectId, b.projectId);

/** The plan of record of a portfolio at a cut, by name: changed by decisions, and by what a list brought, never by a report. */
export const planOfRecord = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId: scope }: Readonly<{ portfolioId: string }>,
): Promise<readonly PlannedComponent[]> => {
  const decisions = lastDecisions(await readModel.rowsAsOf(motionTable, number, { scope }));
  const standings = await readModel.rowsAsOf(gateStandingTable, number, { scope });
  const gates = new Map(standings.map(({ key, row }) => [key, row.standing?.gateId]));
  const projects = await readModel.rowsAsOf(projectTable, number, { scope });
  return projects
    .flatMap(({ key: projectId, row }): readonly PlannedComponent[] => {
      if (!isPlanned(row)) return [];
      const { name, node, status, status_since: since, baseline } = row;
      const decision = decisions.get(projectId) ?? null;
      return [
        { projectId, name, node, status, since, baseline, decision, gate: gates.get(projectId) ?? null },
      ];
    })
    .sort(byNameThenId);
};
