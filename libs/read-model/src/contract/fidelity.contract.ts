import type { Json } from '@docket/kernel';
import fc from 'fast-check';
import { anySheet } from './generated-history';
import { batch, livePlace, sheet, SHEETS, version, type PlaceMaker, type Sheet } from './samples';

const SPECIAL: readonly (readonly [string, Partial<Sheet>])[] = [
  ['nothing but nulls', {}],
  ['empty and blank texts', { title: '', notes: '' }],
  ['a null inside of JSON', { notes: [null, { a: null }] }],
  ['letters beyond the basic plane and combined ones', { title: '𝔇öcket 👩🏽‍⚖️ é' }],
  ['half of a surrogate pair', { title: '\ud83d!', notes: { '\udc00': '\ud83d' } }],
  ['a zero character', { title: 'a\u0000b', notes: ['\u0000'] }],
  ['our own mark of an escaped text', { title: '\u0001"\\ud83d"' }],
  ['quotes, braces and backslashes', { title: `'"\\{},NULL`, notes: { '"': `'\\` } }],
  ['a decimal with its written scale', { amount: '-0012345678901234567890.500' }],
  ['the largest integers', { count: Number.MAX_SAFE_INTEGER, notes: Number.MIN_SAFE_INTEGER }],
  ['false and zero', { open: false, count: 0, amount: '0', notes: false }],
  ['keys of JSON in the order written', { notes: { b: 1, a: 2, 10: 3 } }],
];

const large: Json = Array.from({ length: 20_000 }, (_, i) => ({ i, text: 'ü'.repeat(50) }));

export const describeFidelity = (make: PlaceMaker): void =>
  describe('a row comes back as it was written', () => {
    const { live, models } = livePlace(make);
    const roundTrip = async (row: Sheet): Promise<Sheet | undefined> => {
      const model = await models().rebuild();
      await model.commit(batch(0, 1, [version('a', 1, row)]));
      return model.rowAsOf(SHEETS, 1, 'a');
    };

    it.each(SPECIAL)('with %s', async (_, some) => {
      const row = sheet(some);
      const found = await roundTrip(row);
      expect(found).toEqual(row);
      expect(JSON.stringify(found)).toBe(JSON.stringify(row));
    });

    it('with texts and JSON of megabytes', async () => {
      const row = sheet({ title: 'ß'.repeat(2_000_000), notes: large });
      expect(await roundTrip(row)).toEqual(row);
    });

    it('whatever it holds, in the order of its columns', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anySheet, { minLength: 1, maxLength: 20 }), async (rows) => {
          const model = await models().rebuild();
          await model.commit(
            batch(
              0,
              1,
              rows.map((row, i) => version(`key ${i}`, 1, row)),
            ),
          );
          const found = await model.rowsAsOf(SHEETS, 1);
          expect(new Map(found.map(({ key, row }) => [key, row]))).toEqual(
            new Map(rows.map((row, i) => [`key ${i}`, row])),
          );
          for (const { row } of found) expect(Object.keys(row)).toEqual(Object.keys(SHEETS.columns));
        }),
        { numRuns: 20 },
      );
    });

    it('with a column left out as null', async () => {
      await live().commit(batch(0, 1, [{ key: 'a', scope: 's', validFrom: 1, row: { title: 'only' } }]));
      expect(await live().rowAsOf(SHEETS, 1, 'a')).toEqual(sheet({ title: 'only' }));
    });
  });
