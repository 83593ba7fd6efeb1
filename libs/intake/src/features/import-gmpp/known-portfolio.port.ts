import type { KnownHistory } from '../../domain/gmpp/known-project';

/** What a portfolio holds before an import, as far as the import must know. */
export type KnownPortfolio = KnownHistory & Readonly<{ hasPublishedModel: boolean }>;

/** Reads what is already there. Must be no older than the last event the importing process saw acknowledged. */
export interface KnownPortfolios {
  /** `undefined` while the portfolio was not opened. */
  read(portfolioId: string): Promise<KnownPortfolio | undefined>;
}
