import type { Cut, ReadModel } from '@docket/kernel';
import { bodyTable } from '../../governance.tables';
import { bodyView, type BodyView } from '../../governance.view';

const byNameThenId = (a: BodyView, b: BodyView): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;

/** The bodies of a portfolio at a cut, by name; a seat says whether it is in term then. */
export const bodiesOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<readonly BodyView[]> => {
  const rows = await readModel.rowsAsOf(bodyTable, number, { scope: portfolioId });
  return rows.map(({ key, row }) => bodyView(key, row, at)).sort(byNameThenId);
};
