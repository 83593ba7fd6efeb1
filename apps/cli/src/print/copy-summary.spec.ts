import type { PlaceCopied } from '@docket/host';
import { copySummary } from './copy-summary';

const copied: PlaceCopied = {
  ...{ from: 'log-a', to: 'log-b', events: 12, streams: 3, copied: 12, more: false },
  last: { eventId: 'id-12', stream: 'docket-motion-1', revision: 4 },
  redacted: [],
  records: { copied: 1, leftBehind: [] },
  proves: 'Nothing was changed.',
};
const told = (change: Partial<PlaceCopied>) => copySummary({ ...copied, ...change }, 1_000).split('\n');

describe('what a copy says of itself', () => {
  it('is how much there is, up to where, that it is a log of its own and that it was verified', () =>
    expect(told({})).toEqual([
      'Copied 12 events in 3 streams.',
      'The last is event 12, id-12.',
      '1 record was taken along.',
      'The copy is log log-b, a log of its own; tokens of log-a are not answered there, numbers and dates are.',
      'Verified: every fact is that of the source, in its order. Nothing was changed.',
      '',
    ]));

  it('tells what was there already, and that no records went along', () => {
    const lines = told({ copied: 2, records: null });
    expect(lines[0]).toBe('Copied 2 events behind the 10 that were there: 12 in 3 streams.');
    expect(lines[2]).toBe('Records were left behind.');
  });

  it('tells which words are gone, by whom and why, and which were before', () => {
    const order = { by: 'p-otto', why: 'Court order.' };
    const lines = told({
      redacted: [
        { number: 3, eventId: 'id-3', state: 'redacted', ...order },
        { number: 5, eventId: 'id-5', state: 'already', ...order },
      ],
    });
    expect(lines.slice(2, 4)).toEqual([
      '  event 3 (id-3): redacted by p-otto: Court order.',
      '  event 5 (id-5): its words were redacted before',
    ]);
  });

  it('says what to do about events that came meanwhile', () => {
    expect(told({ more: true })).toContain(
      'The source has events behind that by now: the same command again takes them, too.',
    );
    const redacted = [{ number: 3, eventId: 'id-3', state: 'redacted', by: 'p-otto', why: 'So.' }] as const;
    expect(told({ more: true, redacted }).join(' ')).toContain('A redacted copy takes no more');
  });
});
