import type { Event } from '@docket/kernel';

/** What gates can be defined for: the kinds of components that run through gates. */
export const COMPONENT_KINDS = ['project', 'programme'] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

/** Whether a gate stays shut without it, or it is looked at and weighed. */
export const MEETS = ['must', 'should'] as const;

/** One thing a gate asks. Its id is the only one of its set, whichever gate it stands at. */
export type GateCriterion = Readonly<{
  id: string;
  wording: string;
  meet: (typeof MEETS)[number];
  /** Whether it is judged met only where evidence was given. */
  needsEvidence: boolean;
}>;

/** A decision point, not a date. */
export type Gate = Readonly<{ id: string; name: string; criteria: readonly GateCriterion[] }>;

/**
 * The gates of a kind of component of a portfolio, in their order, as published: from here on they count, and never change. A change
 * is the next version.
 */
export type GatesPublished = Event<
  'GatesPublished',
  { portfolioId: string; kind: ComponentKind; version: number; gates: readonly Gate[] }
>;

export type GateSetEvent = GatesPublished;
