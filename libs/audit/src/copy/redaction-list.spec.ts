import { readRedactionList } from './redaction-list';

const ID = '0d1e2f30-4152-4637-8899-aabbccddeeff';
const STREAM = `docket-motion-${ID}`;

const mistakesOf = (text: string) => {
  const list = readRedactionList(text);
  return 'outcome' in list
    ? list.refusal.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
    : [];
};

describe('a list of redactions', () => {
  it('names an event to a line by number, id or place, with who ordered it and why', () =>
    expect(
      readRedactionList(
        `# asked for in March\r\n\r\n48211  p-otto\tErasure request  12/2026, granted.  \n  ${ID} legal.2 Court order.\n${STREAM}@0 p-otto So.`,
      ),
    ).toEqual([
      { line: 3, event: '48211', by: 'p-otto', why: 'Erasure request  12/2026, granted.' },
      { line: 4, event: ID, by: 'legal.2', why: 'Court order.' },
      { line: 5, event: `${STREAM}@0`, by: 'p-otto', why: 'So.' },
    ]));

  it.each([
    [
      'no event',
      'the-third p-otto So.',
      'line 1: "the-third" names no event: give its number, its id, or STREAM@REVISION.',
    ],
    ['event 0', '0 p-otto So.', 'line 1: "0" names no event: give its number, its id, or STREAM@REVISION.'],
    [
      'a reason that colours the terminal of whoever reads it',
      '3 p-otto granted \u001b[31mRED',
      'line 1: its reason holds what is not seen (a control character, or one that turns the direction): it would stand in every copy.',
    ],
    [
      'a reason that reads backwards',
      '3 p-otto granted \u202eevil',
      'line 1: its reason holds what is not seen (a control character, or one that turns the direction): it would stand in every copy.',
    ],
    [
      'nobody',
      '3',
      'line 1: "" is no id of who ordered it: give letters, digits, dots and dashes, no name or address.',
    ],
    [
      'an address',
      '3 otto@example.org So.',
      'line 1: "otto@example.org" is no id of who ordered it: give letters, digits, dots and dashes, no name or address.',
    ],
    ['no reason', '3 p-otto ', 'line 1: it gives no reason: EVENT BY WHY, parted by blanks.'],
    [
      'a reason too long',
      `3 p-otto ${'x'.repeat(501)}`,
      'line 1: its reason has 501 characters; at most 500 fit.',
    ],
    ['an event twice', '3 p-otto So.\n\n3 p-otto So.', 'line 3: it names 3 again, as line 1 does.'],
    ['nothing at all', '# nothing\n', 'it names no event.'],
  ])('is refused where it names %s', (_, text, said) => expect(mistakesOf(text)).toEqual([said]));

  it('says all that is wrong at once', () =>
    expect(mistakesOf('x p-otto So.\n4 p-otto\n5 p-otto Good.').map((one) => one.slice(0, 12))).toEqual([
      'line 1: "x" ',
      'line 2: it g',
    ]));
});
