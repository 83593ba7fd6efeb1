import { BuildReplaced, ReadModelGone, ReadModelUnavailable, StoreUnavailable } from '@docket/kernel';

/** What is waited out. */
export const isOutage = (error: unknown): boolean =>
  error instanceof ReadModelUnavailable || error instanceof StoreUnavailable;

/** Another build took the place of this one. */
export const isReplaced = (error: unknown): boolean =>
  error instanceof BuildReplaced && !(error instanceof ReadModelGone);

/** What somebody has to change before the outage is over, where that is known: a password, a right, a database that is closed. */
const reasonOf = (error: unknown): string | undefined => {
  if (error instanceof ReadModelGone) return error.name;
  if (!(error instanceof ReadModelUnavailable)) return undefined;
  const { cause } = error;
  const lasts = cause instanceof Error && (!('lasts' in cause) || cause.lasts === true);
  return lasts ? error.message : undefined;
};

/** What is told of one outage: that it began, and each reason that somebody has to do something about, once. */
export class ToldOutage {
  private readonly reasons = new Set<string>();

  /** Whether this is news; from then on it is told. */
  isNews(error: unknown): boolean {
    const reason = reasonOf(error);
    const isNews = this.reasons.size === 0 || (reason !== undefined && !this.reasons.has(reason));
    this.reasons.add(reason ?? '');
    return isNews;
  }

  isOver(): void {
    this.reasons.clear();
  }
}
