import { byCodeUnits, type Cut, type Instant, type ReadModel, type Refused } from '@docket/kernel';
import { dependencyTable, type DependencyRow } from '../../dependency.projection';
import type { DependencyKind } from '../../domain/dependency-graph';
import { projectTable } from '../../project.tables';
import { unknownThen } from '../../project.view';

/** A dependency that stands: `from` and `to` as it was declared, names as they are now. */
export type DependencyView = Readonly<{
  id: string;
  kind: DependencyKind;
  from: string;
  to: string;
  fromName: string;
  toName: string;
  reason: string;
  declaredBy: string;
  declaredAt: Instant;
}>;

/** Names of these projects as of a number. */
const namesOf = async (
  readModel: ReadModel,
  number: number,
  projects: Iterable<string>,
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  for (const id of projects) {
    const row = await readModel.rowAsOf(projectTable, number, id);
    if (row) names.set(id, row.name);
  }
  return names;
};

const view = (id: string, row: DependencyRow, names: ReadonlyMap<string, string>): DependencyView => ({
  id,
  kind: row.kind,
  from: row.from_project,
  to: row.to_project,
  fromName: names.get(row.from_project) ?? row.from_name,
  toName: names.get(row.to_project) ?? row.to_name,
  reason: row.reason,
  declaredBy: row.actor,
  declaredAt: row.recorded_at,
});

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
  const names = await namesOf(readModel, number, ends);
  return standing.map(({ key, row }) => view(key, row, names)).sort(byNamesThenId);
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
