import type { Instant } from '@docket/kernel';
import type { Description, Report } from './dated-row';

/** A description as it stood from a year's list on. */
export type DatedDescription = Readonly<{ year: number; described: Description }>;

/** A project as the portfolio holds it, as far as imported lists told of it. */
export type KnownProject = Readonly<{
  id: string;
  /** Oldest first; each is whole: what a list left unsaid is as before. */
  descriptions: readonly DatedDescription[];
  reports: ReadonlyMap<number, Report>;
  /** Whether it stands in the latest list that was recorded. */
  present: boolean;
}>;

/** What the portfolio already holds of imported history. */
export type KnownHistory = Readonly<{
  history: 'open' | 'settled';
  /** How far imported history has come; absent where none came in. */
  reachedAt?: Instant;
  projects: readonly KnownProject[];
}>;

/** A portfolio that is not there yet holds nothing. */
export const NOTHING_KNOWN: KnownHistory = { history: 'open', projects: [] };

/** How the project was described when the list of that year was out; nothing where it was first named later. */
export const describedIn = (project: KnownProject, year: number): Description | undefined =>
  project.descriptions.findLast((dated) => dated.year <= year)?.described;
