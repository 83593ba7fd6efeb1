import {
  defineTable,
  sha256,
  type Batch,
  type Checkpoint,
  type Json,
  type Leases,
  type Numbered,
  type ReadModel,
  type ReadModels,
  type RowVersion,
  type Table,
} from '@docket/kernel';

/** A place where read models are kept: a folder, or a schema of a database. Opened more than once, it is the same place. */
export type ReadModelPlace = Readonly<{
  open(options: Readonly<{ definition: string; tables: readonly Table[] }>): Promise<ReadModels>;
  /** The leases of this place as another process of that name sees them. */
  leases(process: string): Promise<Leases>;
  /** Removes all that was made there. */
  remove(): Promise<void>;
}>;

export type PlaceMaker = () => Promise<ReadModelPlace>;

export type Sheet = Readonly<{
  title: string | null;
  amount: string | null;
  count: number | null;
  open: boolean | null;
  notes: Json;
}>;

/** One column of every kind. */
export const SHEETS = defineTable<Sheet>('sheets', {
  title: 'text',
  amount: 'decimal',
  count: 'integer',
  open: 'boolean',
  notes: 'json',
});

export type Mark = Readonly<{ colour: string }>;
export const MARKS = defineTable<Mark>('marks', { colour: 'text' });

export const TABLES: readonly Table[] = [SHEETS, MARKS];

/** A sheet of which only some columns are told; the others are null. */
export const sheet = (some: Partial<Sheet> = {}): Sheet => ({
  title: null,
  amount: null,
  count: null,
  open: null,
  notes: null,
  ...some,
});

const START = Date.parse('2026-01-01T00:00:00.000Z');

/** The instant of the n-th hour of the samples. */
export const hour = (n: number): string => new Date(START + n * 3_600_000).toISOString();

/** The n-th event: in a stream of its own, recorded at the n-th hour. */
export const line = (number: number, some: Partial<Numbered> = {}): Numbered => ({
  number,
  position: String(number * 10),
  eventId: `event-${number}`,
  type: 'SheetFilled.v1',
  stream: `main-sheet-${number}`,
  revision: 0,
  recordedAt: hour(number),
  portfolio: null,
  timelineAt: null,
  ...some,
});

export const START_OF_LOG: Checkpoint = { number: 0, position: undefined };

export const checkpointAt = (number: number): Checkpoint =>
  number === 0 ? START_OF_LOG : { number, position: String(number * 10) };

/** A version of a sheet; its scope follows from its key, as a scope is fixed for the life of a key. */
export const version = (key: string, validFrom: number, row: Sheet | null): RowVersion => ({
  key,
  scope: scopeOf(key),
  validFrom,
  row,
});

export const scopeOf = (key: string): string => `scope-${Number.parseInt(sha256(key).slice(0, 2), 16) % 3}`;

/** A batch of `count` events after number `after`, with versions of sheets. */
export const batch = (after: number, count: number, versions: readonly RowVersion[] = []): Batch => ({
  after: checkpointAt(after),
  numbers: Array.from({ length: count }, (_, index) => line(after + index + 1)),
  rows: versions.length > 0 ? [{ table: 'sheets', versions }] : [],
});

/** In code-unit order of their keys: rows come in no particular one. */
export const byKey = <T extends Readonly<{ key: string }>>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

/** A place and the live build in it, for suites that need nothing else. */
export const livePlace = (make: PlaceMaker) => {
  let place: ReadModelPlace;
  let models: ReadModels;
  let live: ReadModel;
  beforeEach(async () => {
    place = await make();
    models = await place.open({ definition: 'd1', tables: TABLES });
    live = await models.live();
  });
  afterEach(async () => {
    await models.close();
    await place.remove();
  });
  return {
    place: () => place,
    models: () => models,
    live: () => live,
    open: (definition = 'd1', tables = TABLES) => place.open({ definition, tables }),
  };
};
