import fc from 'fast-check';
import { nameKey, tidyName } from './names';

describe('a name', () => {
  it.each([
    ['  Major \t projects\n', 'Major projects'],
    ['Cafe\u0301', 'Caf\u00e9'],
    ['North\u00a0bridge', 'North bridge'],
    [' \u3000 ', ''],
  ])('%j is kept as %j', (given, kept) => expect(tidyName(given)).toBe(kept));

  it.each([
    ['MAJOR projects', ' major  Projects'],
    ['CAFE\u0301', 'caf\u00e9'],
    ['\u212bngström', '\u00e5ngström'],
  ])('%j is the same as %j', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ['Cafe', 'Café'],
    ['Phase 1', 'Phase1'],
    ['A', '\u0391'],
  ])('%j is another than %j', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  it('that is tidy stays as it is, and has the key of every spelling it was kept from', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const kept = tidyName(name);
        expect([tidyName(kept), nameKey(kept), tidyName(name.normalize('NFD'))]).toEqual([
          kept,
          nameKey(name),
          kept,
        ]);
      }),
    ));
});
