import type { Instant } from '@docket/kernel';
import type { PortfolioRow } from './portfolio.projection';

/** A portfolio as answers show it. While it is not `settled`, imports may still change what was known on a day. */
export type PortfolioView = Readonly<{
  id: string;
  name: string;
  currency: string;
  timeZone: string;
  settled: boolean;
  /** How far imported history has come; null where none came in. */
  reachedAt: Instant | null;
}>;

export const portfolioView = (id: string, row: PortfolioRow): PortfolioView => ({
  id,
  name: row.name,
  currency: row.currency,
  timeZone: row.time_zone,
  settled: row.settled,
  reachedAt: row.reached_at,
});
