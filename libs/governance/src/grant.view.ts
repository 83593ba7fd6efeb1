import { byCodeUnits, Decimal, type DecimalText, type Instant } from '@docket/kernel';
import { usedIn, type Reservation } from './domain/authority/reservation';
import { periodUnder, standingOfChain, type Chain, type GrantStanding } from './domain/grant/chain';
import type { GrantRow } from './grant.tables';

/** What is used of one period of a grant, in the currency of the portfolio. */
export type UsedPeriod = Readonly<{
  period: string;
  limit: DecimalText;
  reserved: DecimalText;
  confirmed: DecimalText;
  left: DecimalText;
}>;

/** A grant as a list shows it: how it stands at the moment of the answer, and what is used of each period. */
export type GrantView = Readonly<{
  id: string;
  bodyId: string;
  from: GrantRow['grantor'];
  authority: GrantRow['authority'];
  maySubDelegate: boolean;
  callInHours: number | null;
  givenAt: Instant;
  givenBy: string;
  standing: GrantStanding;
  revocation: GrantRow['revocation'];
  used: readonly UsedPeriod[];
}>;

/** A grant whole: the grants it hangs on, nearest first, and its account. */
export type GrantDetail = GrantView &
  Readonly<{ hangsOn: readonly string[]; account: readonly Reservation[] }>;

const ofState = (account: readonly Reservation[], period: string, state: Reservation['state']): DecimalText =>
  usedIn(
    account.filter((one) => one.state === state),
    period,
  ).toString();

/** The periods something was used in, and the one of the moment, oldest first; none without a limit per period. */
const usedPeriods = (
  { authority, account }: Pick<GrantRow, 'authority' | 'account'>,
  { at, timeZone }: Moment,
): readonly UsedPeriod[] => {
  const { perPeriod } = authority;
  const current = periodUnder({ authority }, at, timeZone);
  if (perPeriod === null || current === null) return [];
  const known = account.flatMap(({ period }) => (period === null ? [] : [period]));
  return [...new Set([...known, current])].sort(byCodeUnits).map((period) => ({
    period,
    limit: perPeriod.amount,
    reserved: ofState(account, period, 'reserved'),
    confirmed: ofState(account, period, 'confirmed'),
    left: Decimal.of(perPeriod.amount).minus(usedIn(account, period)).toString(),
  }));
};

/** The moment of an answer, and where its days end. */
export type Moment = Readonly<{ at: Instant; timeZone: string }>;

export const grantView = (id: string, row: GrantRow, chain: Chain, moment: Moment): GrantView => ({
  id,
  bodyId: row.body_id,
  from: row.grantor,
  authority: row.authority,
  maySubDelegate: row.may_sub_delegate,
  callInHours: row.call_in_hours,
  givenAt: row.given_at,
  givenBy: row.given_by,
  standing: standingOfChain(chain, moment.at),
  revocation: row.revocation,
  used: usedPeriods(row, moment),
});

export const grantDetail = (id: string, row: GrantRow, chain: Chain, moment: Moment): GrantDetail => ({
  ...grantView(id, row, chain, moment),
  hangsOn: chain.grants.slice(1).map(({ grantId }) => grantId),
  account: row.account,
});
