import { defineCodec } from '@docket/kernel';
import type { RedactionsEvent } from './redactions.events';

/** How redactions are stored: why is a free text like any other. */
export const codec = defineCodec<RedactionsEvent>({
  versions: { WordsRedacted: 1 },
  upcasters: { 'WordsRedacted.v1': (data) => ({ type: 'WordsRedacted', data }) },
  words: { WordsRedacted: ['why'] },
});
