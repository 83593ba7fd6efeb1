import type { Batch, RowVersion } from '@docket/kernel';
import fc from 'fast-check';
import { batch, scopeOf, version, type Sheet } from './samples';

/** What one generated event does: sheets by key, null where one is removed. */
type Event = ReadonlyMap<string, Sheet | null>;

/** Any string, with zero characters and halves of surrogate pairs. */
export const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

const KEYS: readonly string[] = [
  '',
  'a',
  'A',
  'ä',
  'b/1',
  '\u0000',
  '\ud800',
  '\u0001"',
  'key with spaces',
  "'; drop",
];

export const anySheet = fc.record<Sheet>({
  title: fc.option(anyText),
  amount: fc.option(fc.tuple(fc.bigInt(), fc.nat()).map(([whole, part]) => `${whole}.${part}`)),
  count: fc.option(fc.maxSafeInteger()),
  open: fc.option(fc.boolean()),
  notes: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Sheet['notes']),
});

const anyEvent: fc.Arbitrary<Event> = fc
  .array(
    fc.tuple(fc.constantFrom(...KEYS), fc.oneof({ weight: 3, arbitrary: anySheet }, fc.constant(null))),
    {
      maxLength: 4,
    },
  )
  .map((changes) => new Map(changes));

/** Batches of events, each event with at most one version of a key. */
export const anyHistory = fc.array(fc.array(anyEvent, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

/** A history as the naive reader keeps it: everything that was ever written, looked through from start to end. */
export class Oracle {
  private readonly written: RowVersion[] = [];
  readonly batches: Batch[] = [];
  number = 0;

  constructor(history: readonly (readonly Event[])[]) {
    for (const events of history) {
      const versions = events.flatMap((event, index) =>
        [...event].map(([key, row]) => version(key, this.number + index + 1, row)),
      );
      this.batches.push(batch(this.number, events.length, versions));
      this.number += events.length;
      this.written.push(...versions);
    }
  }

  keys(): readonly string[] {
    return KEYS;
  }

  scopes(): readonly string[] {
    return [...new Set(KEYS.map(scopeOf))];
  }

  rowAsOf(number: number, key: string): RowVersion['row'] {
    return this.history(key).findLast((written) => written.validFrom <= number)?.row ?? null;
  }

  rowsAsOf(number: number, scope?: string) {
    return KEYS.flatMap((key) => {
      const row = this.rowAsOf(number, key);
      return row && (scope === undefined || scopeOf(key) === scope)
        ? [{ key, scope: scopeOf(key), row }]
        : [];
    });
  }

  changedBetween(after: number, upTo: number, scope?: string): readonly RowVersion[] {
    return this.written.filter(
      (written) =>
        written.validFrom > after &&
        written.validFrom <= upTo &&
        (scope === undefined || written.scope === scope),
    );
  }

  history(key: string): readonly RowVersion[] {
    return this.written.filter((written) => written.key === key);
  }
}
