import type { Cut, ReadModel } from '@docket/kernel';
import { motionTable } from '../../governance.tables';
import { decisionTimesBy, type DecisionTimesOfPortfolio } from './decision-times';

/** How long the bodies of a portfolio took to decide, by a cut. */
export const decisionTimesOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId: scope }: Readonly<{ portfolioId: string }>,
): Promise<DecisionTimesOfPortfolio> => {
  const rows = await readModel.rowsAsOf(motionTable, number, { scope });
  return decisionTimesBy(rows.map(({ row }) => row));
};
