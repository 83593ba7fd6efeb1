import { byCodeUnits, type Cut, type Instant, type ReadModel } from '@docket/kernel';
import type { InterestNature } from '../../domain/project';
import {
  interestTable,
  type Declaration,
  type InterestEnd,
  type InterestRevision,
  type InterestRow,
} from '../../interest.projection';
import { projectTable, type ProjectRow } from '../../project.tables';

/** An interest of a person in a component, as it was said last; `ended` null while it stands. */
export type InterestView = Readonly<{
  project: Readonly<{ id: string; name: string }>;
  person: string;
  nature: InterestNature;
  description: string;
  declaredAt: Instant;
  declaredBy: string;
  /** When and by whom it was last said otherwise; null where it was not. */
  revised: InterestRevision | null;
  ended: InterestEnd | null;
}>;

const view = (
  { project, person }: InterestRow,
  { nature, description, declared_at, declared_by, revised, ended }: Declaration,
  projects: ReadonlyMap<string, ProjectRow>,
): InterestView => ({
  project: { id: project, name: projects.get(project)?.name ?? '' },
  ...{ person, nature, description, declaredAt: declared_at, declaredBy: declared_by, revised, ended },
});

const byProjectThenPerson = (a: InterestView, b: InterestView): number =>
  byCodeUnits(a.project.name, b.project.name) ||
  byCodeUnits(a.project.id, b.project.id) ||
  byCodeUnits(a.person, b.person) ||
  byCodeUnits(a.declaredAt, b.declaredAt);

/** The register of interests of a portfolio at a cut, those that have ended included, or of one person in it. */
export const interestsOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId, person }: Readonly<{ portfolioId: string; person?: string }>,
): Promise<readonly InterestView[]> => {
  const rows = await readModel.rowsAsOf(interestTable, number, { scope: portfolioId });
  const projects = await readModel.rowsAsOf(projectTable, number, { scope: portfolioId });
  const known = new Map(projects.map(({ key, row }) => [key, row]));
  return rows
    .filter(({ row }) => person === undefined || row.person === person)
    .flatMap(({ row }) => [...row.former, row].map((one) => view(row, one, known)))
    .sort(byProjectThenPerson);
};
