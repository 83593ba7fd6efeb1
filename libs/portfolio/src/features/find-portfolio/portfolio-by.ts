import type { ReadModel } from '@docket/kernel';
import { portfolioTable } from '../../portfolio.projection';
import { portfolioView, type PortfolioView } from '../../portfolio.view';

/** The portfolio of that id as of a number on its timeline; `undefined` where there was none. */
export const portfolioById = async (
  readModel: ReadModel,
  number: number,
  id: string,
): Promise<PortfolioView | undefined> => {
  const row = await readModel.rowAsOf(portfolioTable, number, id);
  return row && portfolioView(id, row);
};
