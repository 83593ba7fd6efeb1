import { BatchRefused, type Batch, type ReadModel, type Row, type RowVersion } from '@docket/kernel';
import type { Layouts } from '../build/table-layout';
import type { TableChange } from './any-projection';

type Current = { scope: string; row: Row | undefined };

/** The rows one batch of events reads and changes, in memory, and the versions that come of it. */
export class BatchRows {
  private readonly current = new Map<string, Map<string, Current>>();
  private readonly written = new Map<string, RowVersion[]>();

  constructor(private readonly layouts: Layouts) {}

  /** Reads the latest rows of all keys that will change: one query for each table. */
  async prepare(readModel: ReadModel, changes: readonly TableChange[]): Promise<void> {
    const byTable = Map.groupBy(changes, ({ table }) => table);
    for (const [table, ofTable] of byTable) {
      const found = await readModel.latest(table, [...new Set(ofTable.map(({ change }) => change.key))]);
      this.current.set(table.name, new Map(found.map(({ key, scope, row }) => [key, { scope, row }])));
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

  versions(): Batch['rows'] {
    return [...this.written].map(([table, versions]) => ({ table, versions }));
  }

  /** What the next batch would read: where a batch ends must not be seen in its rows. A row that ends the same stays the same one. */
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
    const rows = this.current.get(table) ?? new Map<string, Current>();
    this.current.set(table, rows);
    const entry = rows.get(key) ?? { scope, row: undefined };
    if (entry.scope !== scope)
      throw new BatchRefused(`${table} "${key}" is in scope "${entry.scope}" for life, not in "${scope}"`);
    rows.set(key, entry);
    return entry;
  }
}
