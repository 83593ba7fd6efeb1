import { defineTable, type Instant, type Projection } from '@docket/kernel';
import { compositionProjection } from './composition.projection';
import type { PortfolioEvent } from './domain/portfolio';
import { strategyProjections } from './strategy.projection';

export type PortfolioRow = Readonly<{
  name: string;
  currency: string;
  time_zone: string;
  /** Whether dates of this portfolio can no longer change. */
  settled: boolean;
  /** How far imported history has come. */
  reached_at: Instant | null;
}>;

/** One row per portfolio, by id; scope `all`. */
export const portfolioTable = defineTable<PortfolioRow>('portfolio', {
  name: 'text',
  currency: 'text',
  time_zone: 'text',
  settled: 'boolean',
  reached_at: 'text',
});

/** The scope all portfolios are read by. */
export const ALL_PORTFOLIOS = 'all';

const changed = (key: string, to: (row: PortfolioRow) => PortfolioRow) => ({
  key,
  scope: ALL_PORTFOLIOS,
  to: (row: PortfolioRow | undefined) => {
    if (!row) throw new Error(`Portfolio ${key} changed before it was opened.`);
    return to(row);
  },
});

const projection: Projection<PortfolioRow, PortfolioEvent> = {
  table: portfolioTable,
  on: {
    PortfolioOpened: ({ data: { portfolioId, name, currency, timeZone, history } }) => [
      {
        key: portfolioId,
        scope: ALL_PORTFOLIOS,
        to: () => ({ name, currency, time_zone: timeZone, settled: history === 'settled', reached_at: null }),
      },
    ],
    HistoryReached: ({ data }) => [
      changed(data.portfolioId, (row) => ({ ...row, reached_at: data.knownAt })),
    ],
    HistorySettled: ({ data }) => [changed(data.portfolioId, (row) => ({ ...row, settled: true }))],
  },
};

/** How the tables of this context follow from events. */
export const portfolioProjections = [projection, compositionProjection, ...strategyProjections] as const;
