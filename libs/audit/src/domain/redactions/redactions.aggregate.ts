import { derivedUuid, type Aggregate } from '@docket/kernel';
import { codec } from './redactions.codec';
import {
  decider,
  type RecordRedactions,
  type RedactionsRefusal,
  type RedactionsState,
} from './redactions.decider';
import type { RedactionsEvent } from './redactions.events';

/** The redactions of a log, in one stream; they belong to no portfolio. */
export const Redactions: Aggregate<RedactionsState, RecordRedactions, RedactionsEvent, RedactionsRefusal> = {
  category: 'redactions',
  decider,
  codec,
  portfolioOf: () => undefined,
};

/** The id of the one stream of redactions that a log has. */
export const REDACTIONS_ID = derivedUuid('redactions');
