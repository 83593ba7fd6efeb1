import type { Outcome } from '../motion/motion.events';

/** Every outcome a body can decide, in the order people name them. */
export const OUTCOMES = [
  ...(['go', 'conditional-go', 'hold', 'recycle'] as const),
  ...(['defer', 'reject', 'kill', 'complete'] as const),
] as const satisfies readonly Outcome[];

/** Whether a word is one of them. */
export const isOutcome = (word: string): word is Outcome => OUTCOMES.some((outcome) => outcome === word);
