/** What a body can decide on a component. */
export type Outcome = 'go' | 'conditional-go' | 'hold' | 'recycle' | 'defer' | 'reject' | 'kill' | 'complete';
