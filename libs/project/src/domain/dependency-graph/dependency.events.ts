import type { Event } from '@docket/kernel';

/**
 * How two projects depend on each other. `requires`: `from` is worth nothing without `to`. `finish-before-start`: `from` finishes
 * before `to` starts. `excludes` and `together-with` say the same in both directions.
 */
export const DEPENDENCY_KINDS = ['requires', 'excludes', 'together-with', 'finish-before-start'] as const;
export type DependencyKind = (typeof DEPENDENCY_KINDS)[number];

/** Names as they were when it was declared; `reason` is free text. */
export type DependencyDeclared = Event<
  'DependencyDeclared',
  {
    dependencyId: string;
    portfolioId: string;
    kind: DependencyKind;
    from: string;
    to: string;
    fromName: string;
    toName: string;
    reason: string;
  }
>;

export type DependencyRemoved = Event<
  'DependencyRemoved',
  { dependencyId: string; portfolioId: string; reason: string }
>;

export type DependencyEvent = DependencyDeclared | DependencyRemoved;
