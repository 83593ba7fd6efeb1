import { specFor } from '@docket/kernel/testing';
import { decider } from './redactions.decider';
import type { WordsRedacted } from './redactions.events';

const { given } = specFor(decider);

const redacted = (eventId: string, why = 'Erasure request 12/2026.'): WordsRedacted => ({
  type: 'WordsRedacted',
  data: { eventId, stream: 'docket-motion-1', revision: 3, fields: ['reason'], by: 'p-otto', why },
});
const record = (...redactions: readonly WordsRedacted[]) =>
  ({ type: 'RecordRedactions', data: { redactions: redactions.map(({ data }) => data) } }) as const;

describe('putting redactions on record', () => {
  it('says of each event by whom and why', () =>
    given()
      .when(record(redacted('a'), redacted('b')))
      .then(redacted('a'), redacted('b')));

  it('says nothing twice of one event, whatever the reason is now', () =>
    given(redacted('a'))
      .when(record(redacted('a', 'Another.'), redacted('b')))
      .then(redacted('b')));

  it('changes nothing where all of it is on record', () =>
    given(redacted('a'))
      .when(record(redacted('a')))
      .thenNothing());

  it.each([
    ['by nobody', { by: ' ' }],
    ['for no reason', { why: '\t' }],
  ])('refuses one %s, and with it all of them', (_, lacking) =>
    given()
      .when(record(redacted('a'), { ...redacted('b'), data: { ...redacted('b').data, ...lacking } }))
      .thenRefused('redaction-unexplained'),
  );
});
