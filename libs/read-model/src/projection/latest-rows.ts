import { BatchRefused, type Batch, type ReadModel, type Row, type RowVersion } from '@docket/kernel';
import type { Layouts } from '../build/table-layout';
import type { TableChange } from './any-projection';

type Current = { scope: string; row: Row | undefined };

const MOST_KEPT = 10_000;

/**
 * The latest rows of what a consumer has changed, in memory, and the versions that come of the batch in hand. They are kept from one
 * batch to the next, so that the next one can be made up while this one is being written.
 */
export class LatestRows {
  private readonly current = new Map<string, Map<string, Current>>();
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
      const rows = this.rowsOf(table.name);
      const asked = new Set(ofTable.map(({ change }) => change.key).filter((key) => !rows.has(key)));
      for (const { key, scope, row } of await readModel.latest(table, [...asked]))
        this.keep(rows, key, { scope, row });
    }
  }

  /** Applies what one event changes: at most one new version of a row, however many changes it took, and none when it ends the same. */
  apply(number: number, changes: readonly TableChange[]): void {
    const touched = new Map<Current, Readonly<{ table: string; key: string; row: Row | undefined }>>();
    const twice = new Set<Current>();
    for (const { table, change } of changes) {
      const entry = this.entryOf(table.name, change.key, change.scope);
      if (touched.has(entry)) twice.add(entry);
      else touched.set(entry, { table: table.name, key: change.key, row: entry.row });
      const after = change.to(entry.row);
      entry.row = after && this.asReadBack(table.name, after, entry.row);
    }
    for (const [entry, { table, key, row: former }] of touched)
      if (entry.row !== former && !(twice.has(entry) && this.isSame(table, entry.row, former)))
        this.write(table, { key, scope: entry.scope, validFrom: number, row: entry.row ?? null });
  }

  /** The versions since this was asked last. */
  takeVersions(): Batch['rows'] {
    const taken = [...this.written].map(([table, versions]) => ({ table, versions }));
    this.written = new Map();
    return taken;
  }

  /** What would be read again: where a batch ends must not be seen in its rows. A row that ends the same stays the same one. */
  private asReadBack(table: string, after: Row, former: Row | undefined): Row {
    const { row, isSame } = this.layouts.named(table).readBack(after, former);
    return isSame && former ? former : row;
  }

  /** Of several changes in one event the later ones may undo the earlier. */
  private isSame(table: string, row: Row | undefined, former: Row | undefined): boolean {
    return (
      row !== undefined && former !== undefined && this.layouts.named(table).readBack(row, former).isSame
    );
  }

  private write(table: string, version: RowVersion): void {
    const versions = this.written.get(table) ?? [];
    this.written.set(table, versions);
    versions.push(version);
  }

  private entryOf(table: string, key: string, scope: string): Current {
    const rows = this.rowsOf(table);
    const entry = rows.get(key) ?? this.keep(rows, key, { scope, row: undefined });
    if (entry.scope === scope) return entry;
    throw new BatchRefused(`${table} "${key}" is in scope "${entry.scope}" for life, not in "${scope}"`);
  }

  private rowsOf(table: string): Map<string, Current> {
    const rows = this.current.get(table) ?? new Map<string, Current>();
    this.current.set(table, rows);
    return rows;
  }

  private keep(rows: Map<string, Current>, key: string, entry: Current): Current {
    rows.set(key, entry);
    this.kept += 1;
    return entry;
  }
}
