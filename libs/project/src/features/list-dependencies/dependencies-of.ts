import { byCodeUnits, type Cut, type Instant, type ReadModel, type Refused } from '@docket/kernel';
import { dependencyTable, type DependencyRow } from '../../dependency.projection';
import type { DependencyKind } from '../../domain/dependency-graph';
import { stands, type ProjectStatus } from '../../domain/project';
import { projectTable, type ProjectRow } from '../../project.tables';
import { unknownThen } from '../../project.view';

/** One end as it is now, since when, and whether it still stands: a dependency stays as declared when one of its projects ends. */
export type EndStatus = Readonly<{ status: ProjectStatus; since: Instant; stands: boolean }>;

/** A dependency that stands: `from` and `to` as it was declared, names as they are now. */
export type DependencyView = Readonly<{
  id: string;
  kind: DependencyKind;
  from: string;
  to: string;
  fromName: string;
  toName: string;
  fromStatus: EndStatus;
  toStatus: EndStatus;
  reason: string;
  declaredBy: string;
  declaredAt: Instant;
}>;

type Ends = ReadonlyMap<string, ProjectRow>;

/** These projects as of a number. */
const endsAt = async (readModel: ReadModel, number: number, projects: Iterable<string>): Promise<Ends> => {
  const ends = new Map<string, ProjectRow>();
  for (const id of projects) {
    const row = await readModel.rowAsOf(projectTable, number, id);
    if (!row) throw new Error(`A dependency names project ${id}, which has no row at ${number}.`);
    ends.set(id, row);
  }
  return ends;
};

const endOf = (ends: Ends, id: string): Readonly<{ name: string; status: EndStatus }> => {
  const row = ends.get(id);
  if (!row) throw new Error(`Project ${id} is no end of these dependencies.`);
  const { name, status, status_since: since } = row;
  return { name, status: { status, since, stands: stands(status) } };
};

const view = (id: string, row: DependencyRow, ends: Ends): DependencyView => {
  const [from, to] = [endOf(ends, row.from_project), endOf(ends, row.to_project)];
  return {
    id,
    kind: row.kind,
    from: row.from_project,
    to: row.to_project,
    fromName: from.name,
    toName: to.name,
    fromStatus: from.status,
    toStatus: to.status,
    reason: row.reason,
    declaredBy: row.actor,
    declaredAt: row.recorded_at,
  };
};

const byNamesThenId = (a: DependencyView, b: DependencyView): number =>
  byCodeUnits(a.fromName, b.fromName) || byCodeUnits(a.toName, b.toName) || byCodeUnits(a.id, b.id);

/** The dependencies of a portfolio at a cut, or those at either end of which one project stands; ordered by names. */
export const dependenciesOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId, projectId }: Readonly<{ portfolioId: string; projectId?: string }>,
): Promise<readonly DependencyView[]> => {
  const rows = await readModel.rowsAsOf(dependencyTable, number, { scope: portfolioId });
  const standing = rows.filter(
    ({ row }) => projectId === undefined || [row.from_project, row.to_project].includes(projectId),
  );
  const ends = new Set(standing.flatMap(({ row }) => [row.from_project, row.to_project]));
  const known = await endsAt(readModel, number, ends);
  return standing.map(({ key, row }) => view(key, row, known)).sort(byNamesThenId);
};

/** The dependencies of one project at a cut, in both directions. */
export const dependenciesOfProject = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<readonly DependencyView[] | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return unknownThen(projectId, cut);
  return dependenciesOf(readModel, cut, { portfolioId: project.portfolio, projectId });
};
