import { describeCodec } from '@docket/kernel/testing';
import { codec } from './redactions.codec';

describeCodec('redactions', codec, [
  {
    type: 'WordsRedacted',
    data: {
      eventId: '0d1e2f30-4152-4637-8899-aabbccddeeff',
      stream: 'docket-motion-5b1f8a52-64a1-8e0c-9d42-2f7c1be0a913',
      revision: 3,
      fields: ['reason'],
      by: 'p-otto',
      why: 'Erasure request 12/2026, granted on 3 March.',
    },
  },
]);
