import { BatchRefused, type Batch, type ReadModel, type Row, type RowVersion } from '@docket/kernel';
import type { Cell } from '../build/column-codec';
import { EncodedVersion, type Layouts, type TableLayout } from '../build/table-layout';
import type { TableChange } from './any-projection';

/** The latest row of a key, and, for the event that changes it, what it was before that one. */
type Current = Readonly<{ table: string; key: string; scope: string }> & {
  row: Row | undefined;
  /** Of the row, where they were made here. */
  cells: readonly Cell[] | undefined;
  /** The number of the event that changed it last. */
  changedBy: number;
  former: Row | undefined;
  isChangedTwice: boolean;
};

type Keys = Map<string, Current>;

/** More of them cost more in collecting garbage than reading some of them again. */
const MOST_KEPT = 4_000;

/**
 * The latest rows of what a consumer has changed, in memory, and the versions that come of the batch in hand. They are kept from one
 * batch to the next, so that the next one can be made up while this one is being written.
 */
export class LatestRows {
  private readonly current = new Map<string, Keys>();
  private kept = 0;
  private written = new Map<string, RowVersion[]>();

  /** @param isWhole whether nothing is in the read model yet: a key not seen here is then one that is not there */
  constructor(
    private readonly layouts: Layouts,
    private isWhole: boolean,
  ) {}

  /** Whether they are to be forgotten before the next batch, once everything is written. */
  get areMany(): boolean {
    return this.kept > MOST_KEPT;
  }

  /** From here on rows are read again. Only for when everything is written. */
  forget(): void {
    if (this.kept === 0) return;
    this.current.clear();
    this.kept = 0;
    this.isWhole = false;
  }

  /** Reads the latest rows of all keys that will change and are not known: one query for each table. */
  async prepare(readModel: ReadModel, changes: readonly TableChange[]): Promise<void> {
    if (this.isWhole) return;
    const byTable = Map.groupBy(changes, ({ table }) => table);
    for (const [table, ofTable] of byTable) {
      const keys = this.keysOf(table.name);
      const asked = new Set(ofTable.map(({ change }) => change.key).filter((key) => !keys.has(key)));
      for (const { key, scope, row } of await readModel.latest(table, [...asked]))
        this.keep(keys, table.name, key, scope, row);
    }
  }

  /** Applies what one event changes: at most one new version of a row, however many changes it took, and none when it ends the same. */
  apply(number: number, changes: readonly TableChange[]): void {
    const changed: Current[] = [];
    for (const { table, change } of changes) {
      const layout = this.layouts.named(table.name);
      const entry = this.entryOf(table.name, change.key, change.scope);
      entry.isChangedTwice = entry.changedBy === number;
      if (!entry.isChangedTwice) {
        entry.changedBy = number;
        entry.former = entry.row;
        changed.push(entry);
      }
      become(layout, entry, change.to(entry.row));
    }
    for (const entry of changed) {
      if (!this.endsTheSame(entry)) this.write(number, entry);
      entry.former = undefined;
    }
  }

  /** The versions since this was asked last. */
  takeVersions(): Batch['rows'] {
    const taken = [...this.written].map(([table, versions]) => ({ table, versions }));
    this.written = new Map();
    return taken;
  }

  /** Of several changes in one event the later ones may undo the earlier. */
  private endsTheSame({ table, row, former, isChangedTwice }: Current): boolean {
    if (row === former) return true;
    if (!isChangedTwice || !row || !former) return false;
    return this.layouts.named(table).readBack(row, { row: former }).isSame;
  }

  private write(validFrom: number, { table, key, scope, row, cells }: Current): void {
    const versions = this.written.get(table) ?? [];
    this.written.set(table, versions);
    versions.push(
      row && cells
        ? new EncodedVersion(key, scope, validFrom, row, cells)
        : { key, scope, validFrom, row: row ?? null },
    );
  }

  private entryOf(table: string, key: string, scope: string): Current {
    const keys = this.keysOf(table);
    const entry = keys.get(key) ?? this.keep(keys, table, key, scope, undefined);
    if (entry.scope === scope) return entry;
    throw new BatchRefused(`${table} "${key}" is in scope "${entry.scope}" for life, not in "${scope}"`);
  }

  private keysOf(table: string): Keys {
    const known = this.current.get(table);
    if (known) return known;
    const keys: Keys = new Map();
    this.current.set(table, keys);
    return keys;
  }

  private keep(keys: Keys, table: string, key: string, scope: string, row: Row | undefined): Current {
    const entry = {
      ...{ table, key, scope, row, cells: undefined },
      ...{ changedBy: 0, former: undefined, isChangedTwice: false },
    };
    keys.set(key, entry);
    this.kept += 1;
    return entry;
  }
}

/** What would be read again: where a batch ends must not be seen in its rows. A row that ends the same stays the same one. */
const become = (layout: TableLayout, entry: Current, after: Row | undefined): void => {
  const { row, cells } = entry;
  if (after === row) return;
  const again = after && layout.readBack(after, row && { row, cells });
  if (again?.isSame) return;
  entry.row = again?.row;
  entry.cells = again?.cells;
};
