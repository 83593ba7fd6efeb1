import {
  BatchRefused,
  BuildReplaced,
  CheckpointMoved,
  type Batch,
  type Checkpoint,
  type RowVersion,
} from '@docket/kernel';
import type { Database, SqlValue, Statement } from '@docket/sqlite';
import { escapeText, type Cell } from '../build/column-codec';
import { lineOf } from '../build/number-lines';
import type { Layouts, TableLayout } from '../build/table-layout';

const cell = (value: Cell): SqlValue => (typeof value === 'boolean' ? Number(value) : value);
const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/** Keys of a table whose number is remembered; beyond, they are looked up again. */
const MOST_REMEMBERED = 10_000;

type Id = number | bigint;

/** Writes the versions of one table: statements are prepared once. */
class TableWriter {
  private readonly ids = new Map<string, Readonly<{ id: Id; scope: string }>>();
  /** Whether every key there is is remembered. */
  private isWhole: boolean;
  private readonly findKey: Statement<readonly [number, string]>;
  private readonly insertKey: Statement<object>;
  private readonly insertVersion: Statement<object>;

  constructor(
    database: Database,
    private readonly layout: TableLayout,
  ) {
    this.findKey = database.prepareArrays(`select _id, scope from "${layout.keys}" where key = ?`);
    this.insertKey = database.prepare(`insert into "${layout.keys}" (key, scope) values (?, ?)`);
    this.insertVersion = database.prepare(
      `insert into "${layout.versions}" values (${placeholders(layout.columns.length + 3)})`,
    );
    this.isWhole = !database.prepareArrays(`select 1 from "${layout.keys}" limit 1`).get();
  }

  write(version: RowVersion): void {
    const { key, scope, validFrom, row } = version;
    const values: SqlValue[] = [0, validFrom, row ? 1 : 0];
    for (const one of this.layout.cellsOf(version)) values.push(cell(one));
    values[0] = this.idOf(key, scope);
    this.insertVersion.run(...values);
  }

  /** What was undone, or written by another consumer, is not as it is remembered. */
  forget(): void {
    this.ids.clear();
    this.isWhole = false;
  }

  private idOf(key: string, scope: string): Id {
    const known = this.ids.get(key) ?? this.found(key) ?? this.made(key, scope);
    if (this.ids.size >= MOST_REMEMBERED) this.forget();
    this.ids.set(key, known);
    if (known.scope === escapeText(scope)) return known.id;
    throw new BatchRefused(
      `${this.layout.name} "${key}" is in scope "${known.scope}" for life, not in "${scope}".`,
    );
  }

  private found(key: string) {
    if (this.isWhole) return undefined;
    const [id, scope] = this.findKey.get(escapeText(key)) ?? [];
    return id === undefined || scope === undefined ? undefined : { id, scope };
  }

  private made(key: string, given: string) {
    const scope = escapeText(given);
    return { id: this.insertKey.run(escapeText(key), scope).lastInsertRowid, scope };
  }
}

/** Writes batches, each in one transaction. */
export class SqliteWriter {
  private readonly tables = new Map<string, TableWriter>();
  private insertNumber: Statement<object> | undefined;

  constructor(
    private readonly database: Database,
    private readonly layouts: Layouts,
  ) {}

  /** @throws CheckpointMoved | BuildReplaced | BatchRefused */
  commit(batch: Batch, to: Checkpoint): void {
    try {
      this.database.immediate(() => this.write(batch, to));
    } catch (error) {
      for (const writer of this.tables.values()) writer.forget();
      throw error;
    }
  }

  private write({ after, numbers, rows }: Batch, to: Checkpoint): void {
    this.moveCheckpoint(after, to);
    this.insertNumber ??= this.database.prepare(`insert into numbers values (${placeholders(9)})`);
    for (const numbered of numbers) this.insertNumber.run(...Object.values(lineOf(numbered)));
    for (const { table, versions } of rows) {
      const writer = this.writerOf(table);
      for (const version of versions) writer.write(version);
    }
  }

  private moveCheckpoint(after: Checkpoint, to: Checkpoint): void {
    const { changes } = this.database
      .prepare(
        'update checkpoint set number = ?, position = ? where number = ? and position is ? and replaced = 0',
      )
      .run(to.number, to.position ?? null, after.number, after.position ?? null);
    if (changes === 1) return;
    const [number, replaced] =
      this.database.prepareArrays<[number, number]>('select number, replaced from checkpoint').get() ?? [];
    if (replaced) throw new BuildReplaced('Another build took the place of this one.');
    throw new CheckpointMoved(
      `The checkpoint is at ${number}, not at ${after.number}: another consumer wrote.`,
    );
  }

  private writerOf(table: string): TableWriter {
    const writer = this.tables.get(table) ?? new TableWriter(this.database, this.layouts.named(table));
    this.tables.set(table, writer);
    return writer;
  }
}
