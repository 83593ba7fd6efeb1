import type { Question } from './asking';
import { ofAppending } from './of-appending';
import { ofReading } from './of-reading';
import { ofRepeating } from './of-repeating';
import { ofSubscribing } from './of-subscribing';

export { Asking } from './asking';

/** What an adapter depends on, in an order in which each question finds what it builds on. */
export const questions: readonly Question[] = [
  ...ofAppending,
  ...ofRepeating,
  ...ofReading,
  ...ofSubscribing,
];
