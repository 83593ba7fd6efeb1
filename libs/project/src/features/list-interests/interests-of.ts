import { byCodeUnits, type Cut, type Instant, type ReadModel } from '@docket/kernel';
import type { InterestNature } from '../../domain/project';
import { interestTable, type InterestEnd, type InterestRow } from '../../interest.projection';
import { projectTable, type ProjectRow } from '../../project.tables';

/** The last word of a person about their interest in a component; `ended` null while it stands. */
export type InterestView = Readonly<{
  project: Readonly<{ id: string; name: string }>;
  person: string;
  nature: InterestNature;
  description: string;
  declaredAt: Instant;
  declaredBy: string;
  ended: InterestEnd | null;
}>;

const view = (row: InterestRow, projects: ReadonlyMap<string, ProjectRow>): InterestView => ({
  project: { id: row.project, name: projects.get(row.project)?.name ?? '' },
  person: row.person,
  nature: row.nature,
  description: row.description,
  declaredAt: row.declared_at,
  declaredBy: row.declared_by,
  ended: row.ended,
});

const byProjectThenPerson = (a: InterestView, b: InterestView): number =>
  byCodeUnits(a.project.name, b.project.name) ||
  byCodeUnits(a.project.id, b.project.id) ||
  byCodeUnits(a.person, b.person);

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
    .map(({ row }) => view(row, known))
    .sort(byProjectThenPerson);
};
