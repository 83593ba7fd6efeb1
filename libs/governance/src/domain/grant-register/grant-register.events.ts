import type { Event } from '@docket/kernel';

/** A grant to a body is about to be given, or was: the stream of the grant tells which. */
export type GrantEntered = Event<'GrantEntered', { portfolioId: string; grantId: string; bodyId: string }>;
