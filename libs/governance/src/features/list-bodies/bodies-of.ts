import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { bodyTable } from '../../governance.tables';
import { bodyView, type BodyView } from '../../governance.view';

const byNameThenId = (a: BodyView, b: BodyView): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);

/** The bodies of a portfolio at a cut, by name; a seat says whether it is in term then. */
export const bodiesOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<readonly BodyView[]> => {
  const rows = await readModel.rowsAsOf(bodyTable, number, { scope: portfolioId });
  return rows.map(({ key, row }) => bodyView(key, row, at)).sort(byNameThenId);
};
