import type { EventView } from '@docket/audit';
import { wordsOf } from '../words.fixture';
import { eventView } from './event.view';

const at = '2026-03-02T09:00:00.000Z';
const event: EventView = {
  ...{ number: 7, eventId: 'e-7', type: 'ProjectProposed.v2', date: at, recordedAt: at, knownAt: null },
  ...{ portfolio: 'p', stream: 'docket-project-1', revision: 0, position: '7', actor: 'p-priya' },
  ...{ onBehalfOf: null, authentication: 'local-session', origin: 'live', commandId: 'command' },
  ...{ correlationId: 'conversation', causationId: null, hash: 'hash', previous: null },
  guards: [{ stream: 'docket-portfolio-1', revision: 2 }],
  facts: { name: '<b>Bridge</b>', sponsor: 'p-maya', budgetByYear: [{ year: 2027 }] },
  words: { summary: 'As p-maya says.' },
  ...{ redacted: [], withheld: null, vouchedBy: { revision: 1 }, notVouched: null },
};
const asOf = {
  ...{ token: 'token', number: 9, recordedNumber: 9, at, log: 'l', definition: 'd' },
};
const view = (over: Partial<EventView> = {}) =>
  eventView({ kept: { portfolio: 'p', asOf: '2026-03-02' }, asOf, event: { ...event, ...over } });

describe('the page of an event', () => {
  const said = wordsOf(view());

  it.each([
    'Event 7: ProjectProposed.v2',
    `On the timeline ${at} Recorded at ${at} By Priya Raman (p-priya) Authentication local-session Origin live`,
    'name &lt;b&gt;Bridge&lt;/b&gt; sponsor Maya Okafor (p-maya) budgetByYear [{&quot;year&quot;:2027}]',
    'Words Field Value summary As p-maya says.',
    'What it was decided on Stream Revision docket-portfolio-1 2',
    'Hash of its facts hash Hash of the event before it none: it is the first of its stream',
  ])('says: %s', (part) => expect(said).toContain(part));

  it('asks for another moment of the same event', () => {
    const { text } = view();
    expect(text).toContain('action="/events/7"');
    expect(text).toContain('value="2026-03-02"');
  });

  it('says when it was known and on whose behalf, where that differs', () => {
    const told = wordsOf(
      view({ knownAt: '2019-07-01T09:00:00.000Z', onBehalfOf: 'p-otto', previous: 'former' }),
    );
    expect(told).toContain('Known at 2019-07-01T09:00:00.000Z');
    expect(told).toContain('On behalf of Otto Lindqvist (p-otto)');
    expect(told).toContain('Hash of the event before it former');
  });

  it('says what vouches for it, or that nothing does', () => {
    expect(said).toContain('Vouched for by revision 1 of its stream, which holds the hash of its facts');
    const last = { vouchedBy: null, notVouched: 'Nothing after it vouches for it yet.' };
    expect(wordsOf(view(last))).toContain('Vouched for by Nothing after it vouches for it yet.');
  });

  it('says why what it says is withheld, and nothing of it', () => {
    const told = wordsOf(view({ facts: null, words: null, withheld: 'No read shows it.' }));
    expect(told).toContain('No read shows it.');
    expect(told).not.toContain('Facts Field');
  });

  it('says where it holds no words, and was decided on its own stream alone', () =>
    expect(wordsOf(view({ words: {}, guards: [] }))).toMatch(
      /Words None\. What it was decided on It was decided on its own stream alone\./,
    ));
});
