/** What a body can decide on a component. */
export type Outcome = 'go' | 'conditional-go' | 'hold' | 'recycle' | 'defer' | 'reject' | 'kill' | 'complete';

/** Decisions after which nothing of the work is owed any more. */
export const ENDS_WORK: ReadonlySet<Outcome> = new Set(['kill', 'complete']);
