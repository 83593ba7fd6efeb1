import { notRun } from '@docket/kernel/testing';
import fc from 'fast-check';
import { binaryArray, type ArrayKind } from './binary-array';
import { openPool } from './open-pool';
import type { Pool } from './pool';

const url = process.env.TEST_POSTGRES_URL;

/** As it is documented for `array_send`: in whole numbers of four bytes, but for what the elements hold. */
const spelt = (...parts: readonly (number | string)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => {
      if (typeof part === 'string') return Buffer.from(part);
      const bytes = Buffer.alloc(4);
      bytes.writeInt32BE(part);
      return bytes;
    }),
  );

describe('a list as a parameter of PostgreSQL in its own form', () => {
  it('tells dimensions, nulls, type, count and first index, then each element behind its length in bytes', () => {
    expect(binaryArray('text', ['é', null, ''])).toEqual(spelt(1, 1, 25, 3, 1, 2, 'é', -1, 0));
    expect(binaryArray('bigint', [-1, 2 ** 32 + 7])).toEqual(spelt(1, 0, 20, 2, 1, 8, -1, -1, 8, 1, 7));
    expect(binaryArray('boolean', [true, false])).toEqual(spelt(1, 0, 16, 2, 1, 1, '\u0001', 1, '\u0000'));
  });

  it('has no dimension when it is empty', () => expect(binaryArray('text', [])).toEqual(spelt(0, 0, 25)));
});

const reads = (address: string): void =>
  describe('PostgreSQL reads', () => {
    let pool: Pool;

    beforeAll(async () => {
      pool = await openPool(address, { connections: 1 });
    });
    afterAll(() => pool.end());

    const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\u0000'));
    const lists: readonly (readonly [ArrayKind, fc.Arbitrary<string | number | boolean>])[] = [
      ['text', fc.oneof(text, fc.constantFrom('null', 'NULL', '{"a":"\\\\"}', ' ', '', '\u0001'))],
      ['bigint', fc.oneof(fc.maxSafeInteger(), fc.constantFrom(0, -1, 2 ** 31, 2 ** 32, -(2 ** 32)))],
      ['boolean', fc.boolean()],
    ];

    it.each(lists)('what a list of %s holds, nulls and all', (kind, element) =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.option(element), { maxLength: 30 }), async (values) => {
          const parameters = [binaryArray(kind, values as never)];
          const sql = `select one from unnest($1::${kind}[]) with ordinality as given(one, at) order by at`;
          const rows = await pool.rows<readonly unknown[]>({ sql, parameters });
          expect(rows.map(([one]) => one)).toEqual(values);
        }),
        { numRuns: 50 },
      ),
    );
  });

if (url !== undefined) reads(url);
else notRun('lists as PostgreSQL reads them', 'TEST_POSTGRES_URL is not set');
