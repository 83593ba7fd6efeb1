import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { ALL_PORTFOLIOS, portfolioTable } from '../../portfolio.projection';
import { portfolioView, type PortfolioView } from '../../portfolio.view';

type Then = Pick<Cut, 'number' | 'recordedNumber' | 'at'>;

const byNameThenId = (a: PortfolioView, b: PortfolioView): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);

/**
 * The number a portfolio is read at. Where the cut is of a date, what its own timeline puts by then counts too, though it was
 * recorded later; but not what was recorded after the question, or the same cut would answer otherwise another time.
 */
const numberOf = async (readModel: ReadModel, cut: Then, portfolioId: string): Promise<number> => {
  const onTimeline = await readModel.numberOnTimeline(portfolioId, cut.at);
  return Math.max(cut.recordedNumber, Math.min(cut.number, onTimeline));
};

/** All portfolios, each as it stood on its own timeline, ordered by name. */
export const portfoliosOf = async (readModel: ReadModel, cut: Then): Promise<readonly PortfolioView[]> => {
  const known = await readModel.rowsAsOf(portfolioTable, cut.number, { scope: ALL_PORTFOLIOS });
  const then = await Promise.all(
    known.map(async ({ key }) => {
      const row = await readModel.rowAsOf(portfolioTable, await numberOf(readModel, cut, key), key);
      return row ? [portfolioView(key, row)] : [];
    }),
  );
  return then.flat().sort(byNameThenId);
};
