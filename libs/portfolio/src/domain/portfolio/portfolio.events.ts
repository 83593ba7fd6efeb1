import type { Event, Instant } from '@docket/kernel';

/** `history` is open where an import opened the portfolio: dated history may still come in until the first live event. */
export type PortfolioOpened = Event<
  'PortfolioOpened',
  { portfolioId: string; name: string; currency: string; timeZone: string; history: 'open' | 'settled' }
>;

/** Imported history has reached this instant: what follows was known then. */
export type HistoryReached = Event<
  'HistoryReached',
  { portfolioId: string; knownAt: Instant; source: string }
>;

/** The first live event is about to be written into the portfolio: its dates are settled from now on. */
export type HistorySettled = Event<'HistorySettled', { portfolioId: string }>;

export type PortfolioEvent = PortfolioOpened | HistoryReached | HistorySettled;
