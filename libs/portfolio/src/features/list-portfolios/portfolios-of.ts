import type { Cut, ReadModel } from '@docket/kernel';
import { ALL_PORTFOLIOS, portfolioTable } from '../../portfolio.projection';
import { portfolioView, type PortfolioView } from '../../portfolio.view';

const byNameThenId = (a: PortfolioView, b: PortfolioView): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;

/** All portfolios, ordered by name. Each stands on a timeline of its own, so the list is read by time of recording. */
export const portfoliosOf = async (
  readModel: ReadModel,
  { recordedNumber }: Pick<Cut, 'recordedNumber'>,
): Promise<readonly PortfolioView[]> => {
  const rows = await readModel.rowsAsOf(portfolioTable, recordedNumber, { scope: ALL_PORTFOLIOS });
  return rows.map(({ key, row }) => portfolioView(key, row)).sort(byNameThenId);
};
