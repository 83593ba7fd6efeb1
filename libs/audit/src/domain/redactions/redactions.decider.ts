import { accept, refuse, unreachable, type Command, type Decider } from '@docket/kernel';
import type { RedactionsEvent, WordsRedacted } from './redactions.events';

/** What is to be put on record of events that a copy holds without their words. */
export type RecordRedactions = Command<
  'RecordRedactions',
  { redactions: readonly Readonly<WordsRedacted['data']>[] }
>;

export type RedactionsRefusal = 'redaction-unexplained';

/** The ids of the events whose redaction is on record. */
export type RedactionsState = Readonly<{ recorded: ReadonlySet<string> }>;

const initialState = (): RedactionsState => ({ recorded: new Set() });

const evolve = ({ recorded }: RedactionsState, event: RedactionsEvent): RedactionsState => {
  switch (event.type) {
    case 'WordsRedacted':
      return { recorded: new Set([...recorded, event.data.eventId]) };
    default:
      return unreachable(event.type);
  }
};

/** An event is redacted once: what stands on record already is not said again. */
const decide = ({ data }: RecordRedactions, { recorded }: RedactionsState) => {
  if (data.redactions.some(({ by, why }) => by.trim() === '' || why.trim() === ''))
    return refuse('redaction-unexplained', 'A redaction says by whom it was ordered and why: give both.');
  const fresh = data.redactions.filter(({ eventId }) => !recorded.has(eventId));
  return accept(...fresh.map((redaction): WordsRedacted => ({ type: 'WordsRedacted', data: redaction })));
};

export const decider: Decider<RedactionsState, RecordRedactions, RedactionsEvent, RedactionsRefusal> = {
  initialState,
  evolve,
  decide,
};
