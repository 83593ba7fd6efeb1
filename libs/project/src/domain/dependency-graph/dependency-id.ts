import { byCodeUnits, derivedUuid } from '@docket/kernel';
import type { Dependency } from './dependency-path';

/** One graph per portfolio: its rules are judged over all of it. */
export const dependencyGraphIdOf = (portfolioId: string): string =>
  derivedUuid('dependency-graph', portfolioId);

/** The id of a dependency: what says the same in both directions has one, whoever is named first. */
export const dependencyIdOf = ({
  portfolioId,
  kind,
  from,
  to,
}: Dependency & Readonly<{ portfolioId: string }>): string => {
  const isMutual = kind === 'excludes' || kind === 'together-with';
  const ends = isMutual ? [from, to].sort(byCodeUnits) : [from, to];
  return derivedUuid('dependency', portfolioId, kind, ...ends);
};
