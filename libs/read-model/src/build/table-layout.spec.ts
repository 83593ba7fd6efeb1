import { isDeepStrictEqual } from 'node:util';
import { BatchRefused, type Json, type Row, type Table } from '@docket/kernel';
import fc from 'fast-check';
import { layoutOf } from './table-layout';

type Told = Row &
  Readonly<{ name: string | null; count: number | null; is_open: boolean | null; told: Json }>;

const table: Table<Told> = {
  name: 'told',
  columns: { name: 'text', count: 'integer', is_open: 'boolean', told: 'json' },
};
const layout = layoutOf(table);

/** JSON as a projection may make it: with fields that are undefined, zeros below zero, and half characters. */
const anyJson = fc.letrec<{ value: Json; list: Json; fields: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, 0, -0, 1.5, '', 'bridge', '\u0000', '\ud800'),
    tie('list'),
    tie('fields'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  fields: fc.dictionary(fc.constantFrom('a', 'b', 'toJSON'), fc.option(tie('value'), { nil: undefined }), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
})).value;

const anyRow: fc.Arbitrary<Told> = fc.record({
  name: fc.option(fc.string({ unit: 'binary', maxLength: 4 })),
  count: fc.option(fc.integer()),
  is_open: fc.option(fc.boolean()),
  told: anyJson,
});

/** As a row that nobody has seen before. */
const fresh = (row: Told): Told => ({ ...row });
const readAgain = (row: Told): Told => layout.decode(layout.encode(fresh(row)), 0);

describe('a row as it will be read again', () => {
  it('is what its cells give, whatever is in it, with and without a row before it', () =>
    fc.assert(
      fc.property(anyRow, anyRow, (before, after) => {
        const first = layout.readBack(before, undefined);
        const counted = { ...first.row, count: 7 };
        expect(first.row).toEqual(readAgain(before));
        expect(layout.readBack(after, first).row).toEqual(readAgain(after));
        expect(layout.readBack(counted, first).row).toEqual(readAgain(counted));
      }),
      { numRuns: 1_000 },
    ));

  it('is written with the cells it would be written with if it were new', () =>
    fc.assert(
      fc.property(anyRow, anyRow, (before, after) => {
        const first = layout.readBack(before, undefined);
        const mixed = { ...first.row, name: after.name, told: [first.row.told, after.told] };
        const { cells } = layout.readBack(mixed, first);
        expect(cells).toEqual(layout.encode(fresh(mixed)));
        expect(layout.readBack(mixed, { row: first.row }).cells).toEqual(cells);
      }),
    ));

  it('has its columns in their order, whatever order they were given in, and each of them', () =>
    fc.assert(
      fc.property(anyRow, fc.shuffledSubarray([...layout.columns]), (row, fields) => {
        const given = Object.fromEntries(fields.map((field) => [field, row[field] ?? null])) as Told;
        expect(Object.keys(layout.readBack(given, undefined).row)).toEqual([...layout.columns]);
        expect(layout.readBack(given, undefined).row).toEqual(readAgain(given));
      }),
    ));

  it('is the same as the row before it exactly when both read alike', () =>
    fc.assert(
      fc.property(anyRow, anyRow, fc.boolean(), (before, other, isAgain) => {
        const first = readAgain(before);
        const after = isAgain ? readAgain(first) : other;
        const isAlike = isDeepStrictEqual(readAgain(after), first);
        expect(layout.readBack(after, { row: first }).isSame).toBe(isAlike);
      }),
    ));

  it('is never the same as none', () =>
    expect(layout.readBack({ name: null, count: null, is_open: null, told: null }, undefined).isSame).toBe(
      false,
    ));

  it('leaves nothing of a list with holes to chance: a hole is read as null', () => {
    const told: Json[] = [1];
    told[2] = 3;
    expect(layout.readBack({ name: 'x', count: 1, is_open: true, told }, undefined).row.told).toEqual([
      1,
      null,
      3,
    ]);
  });

  it('is refused with a field that is no column, and with a value that is none of its kind', () => {
    const row = { name: 'x', count: 1, is_open: true, told: null };
    expect(() => layout.readBack({ ...row, ...{ colour: 'red' } }, { row })).toThrow(
      new BatchRefused('Table "told" has no column "colour".'),
    );
    expect(() => layout.readBack({ ...row, count: 1.5 }, { row })).toThrow(BatchRefused);
  });
});
