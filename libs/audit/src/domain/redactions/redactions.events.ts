import type { Event } from '@docket/kernel';

/**
 * The words of one event are not in this copy of the log. `revision` and `fields` say of which event and which texts, `by` is the
 * id of who ordered it.
 */
export type WordsRedacted = Event<
  'WordsRedacted',
  { eventId: string; stream: string; revision: number; fields: readonly string[]; by: string; why: string }
>;

export type RedactionsEvent = WordsRedacted;
