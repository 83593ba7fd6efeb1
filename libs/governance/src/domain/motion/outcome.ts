/** What a body can decide on a component, in the order people name it. */
export const OUTCOMES = [
  ...(['go', 'conditional-go', 'hold', 'recycle'] as const),
  ...(['defer', 'reject', 'kill', 'complete'] as const),
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Whether a word is one of them. */
export const isOutcome = (word: string): word is Outcome => OUTCOMES.some((outcome) => outcome === word);

/** Decisions after which nothing of the work is owed any more. */
export const ENDS_WORK: ReadonlySet<Outcome> = new Set(['kill', 'complete']);
