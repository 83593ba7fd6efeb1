import type { Event } from '@docket/kernel';

export type NodeKind = 'sub-portfolio' | 'programme';

/** `parent` is the node it stands in; null: the portfolio itself. `lead` is the id of a person. */
export type NodeAdded = Event<
  'NodeAdded',
  { portfolioId: string; nodeId: string; kind: NodeKind; name: string; parent: string | null; lead?: string }
>;
export type NodeRenamed = Event<'NodeRenamed', { portfolioId: string; nodeId: string; name: string }>;
/** The node stands in another one from here on, with all that is below it. */
export type NodeMoved = Event<'NodeMoved', { portfolioId: string; nodeId: string; parent: string | null }>;
/** Nothing stands in the node any more, and nothing may be put there. */
export type NodeClosed = Event<'NodeClosed', { portfolioId: string; nodeId: string; reason: string }>;

export type CompositionEvent = NodeAdded | NodeRenamed | NodeMoved | NodeClosed;
