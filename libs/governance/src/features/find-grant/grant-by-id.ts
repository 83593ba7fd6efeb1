import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { grantTable } from '../../grant.tables';
import { grantDetail, type GrantDetail } from '../../grant.view';
import { grantsAt } from '../grants-at';

/** A grant is asked for in its portfolio: where it hangs is found there. */
export type GrantKey = Readonly<{ grantId: string; portfolioId: string }>;

/** One grant at a cut. */
export const grantById = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number' | 'at'>,
  { grantId, portfolioId }: GrantKey,
): Promise<GrantDetail | Refused<'grant-unknown'>> => {
  const row = await readModel.rowAsOf(grantTable, cut.number, grantId);
  if (!row)
    return refuse('grant-unknown', `There was no grant ${grantId} then. List the grants of the portfolio.`);
  const { chain, timeZone } = await grantsAt(readModel, cut, portfolioId);
  return grantDetail(grantId, row, chain(grantId), { at: cut.at, timeZone });
};
