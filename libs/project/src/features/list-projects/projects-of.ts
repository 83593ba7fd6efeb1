import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { stands } from '../../domain/project';
import { projectTable, type ProjectRow } from '../../project.tables';
import { projectView, type ProjectView } from '../../project.view';

/** `status`: one of them, or `all`; without it those that are in the portfolio: proposed, authorised, held. */
export type ProjectFilter = Readonly<{ portfolioId: string; status?: string; department?: string }>;

const fits =
  ({ status, department }: ProjectFilter) =>
  (row: ProjectRow): boolean =>
    (status === 'all' || (status === undefined ? stands(row.status) : row.status === status)) &&
    (department === undefined || row.department === department);

const byNameThenId = (a: ProjectView, b: ProjectView): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);

/** The projects of a portfolio at a cut, ordered by name. */
export const projectsOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  filter: ProjectFilter,
): Promise<readonly ProjectView[]> => {
  const fitting = fits(filter);
  const rows = await readModel.rowsAsOf(projectTable, number, { scope: filter.portfolioId });
  return rows
    .filter(({ row }) => fitting(row))
    .map(({ key, row }) => projectView(key, row))
    .sort(byNameThenId);
};
