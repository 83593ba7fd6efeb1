import {
  BatchRefused,
  BuildReplaced,
  CheckpointMoved,
  Deposed,
  type Batch,
  type Checkpoint,
  type ColumnKind,
  type Fence,
  type RowVersion,
} from '@docket/kernel';
import type { Pool, Session } from '@docket/postgres';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { BuildTables, NumberLine } from '../build/build-tables';
import { escapeText, unescapeText } from '../build/column-codec';
import { tablesIn } from '../build/names';
import { lineOf } from '../build/number-lines';
import type { Layouts, TableLayout } from '../build/table-layout';
import { isStillLed } from './lease-rows';

/** `unnest` of one array for each column: the statement is the same for any number of rows. */
const unnested = (
  columns: readonly (readonly [type: string, values: readonly unknown[]])[],
): RawBuilder<unknown> =>
  sql`unnest(${sql.join(columns.map(([type, values]) => sql`${values}::${sql.raw(type)}[]`))})`;

const TYPES: { readonly [K in ColumnKind]: string } = {
  text: 'text',
  integer: 'bigint',
  decimal: 'text',
  boolean: 'boolean',
  json: 'text',
};

const NUMBER_TYPES: { readonly [K in keyof NumberLine]: string } = {
  number: 'bigint',
  position: 'text',
  event_id: 'text',
  type: 'text',
  stream: 'text',
  revision: 'bigint',
  recorded_at: 'text',
  portfolio: 'text',
  timeline_at: 'text',
};

/** After so long in the middle of a batch, in milliseconds, a frozen process is cut off: whoever leads next waits for the batch. */
const FROZEN_MS = '5000';

/** Writes batches of one build, each in one transaction. */
export class PostgresWriter {
  private readonly table: (name: string) => RawBuilder<unknown>;

  constructor(
    private readonly pool: Pool,
    private readonly compiler: Kysely<BuildTables>,
    schema: string,
    private readonly layouts: Layouts,
    private readonly installation: string,
  ) {
    this.table = tablesIn(schema);
  }

  /** @throws CheckpointMoved | BuildReplaced | BatchRefused | Deposed */
  async commit({ after, numbers, rows }: Batch, to: Checkpoint, fence: Fence | undefined): Promise<void> {
    await this.pool.transaction(async (session) => {
      await this.run(
        session,
        sql`select set_config('idle_in_transaction_session_timeout', ${FROZEN_MS}, true)`,
      );
      if (fence) await this.checkFence(session, fence);
      // A lost commit is read again from the log: what matters is that rows and checkpoint are lost together.
      await this.run(session, sql`set local synchronous_commit = off`);
      await this.moveCheckpoint(session, after, to);
      if (numbers.length > 0) await this.run(session, this.insertNumbers(numbers.map(lineOf)));
      for (const { table, versions } of rows)
        if (versions.length > 0) await this.writeVersions(session, this.layouts.named(table), versions);
    });
  }

  private async checkFence(session: Session, fence: Fence): Promise<void> {
    const [isOurs] = await session.rows(this.compiled(isStillLed(this.installation, fence)));
    if (!isOurs) throw new Deposed(`Lead ${fence.number} of ${fence.lease} has ended: nothing was written.`);
  }

  /** The row stays locked until the end of the transaction: consumers of one build write one after the other. */
  private async moveCheckpoint(session: Session, after: Checkpoint, to: Checkpoint): Promise<void> {
    const moved = await this.run(
      session,
      sql`update ${this.table('checkpoint')} set number = ${to.number}, position = ${to.position ?? null}
        where number = ${after.number} and position is not distinct from ${after.position ?? null} and replaced = 0`,
    );
    if (moved === 1) return;
    const [found] = await session.rows<[number, number]>(
      this.compiled(sql`select number, replaced from ${this.table('checkpoint')}`),
    );
    if (found?.[1]) throw new BuildReplaced('Another build took the place of this one.');
    throw new CheckpointMoved(
      `The checkpoint is at ${found?.[0]}, not at ${after.number}: another consumer wrote.`,
    );
  }

  private insertNumbers(lines: readonly NumberLine[]): RawBuilder<unknown> {
    const names = Object.keys(NUMBER_TYPES) as readonly (keyof NumberLine)[];
    const columns = names.map((name) => [NUMBER_TYPES[name], lines.map((line) => line[name])] as const);
    return sql`insert into ${this.table('numbers')} (${sql.join(names.map((name) => sql.id(name)))})
      select * from ${unnested(columns)}`;
  }

  private async writeVersions(
    session: Session,
    layout: TableLayout,
    versions: readonly RowVersion[],
  ): Promise<void> {
    const blank = layout.columns.map(() => null);
    const cells = versions.map(({ row }) => (row ? layout.encode(row) : blank));
    await this.keepKeys(session, layout, versions);
    const columns = [
      ['text', versions.map(({ key }) => escapeText(key))],
      ['bigint', versions.map(({ validFrom }) => validFrom)],
      ['boolean', versions.map(({ row }) => row !== null)],
      ...layout.kinds.map((kind, index) => [TYPES[kind], cells.map((row) => row[index])] as const),
    ] as const;
    const values = sql.join(layout.columns.map((column) => sql.ref(`v.${column}`)));
    const names = sql.join(['key', '_from', '_there', ...layout.columns].map((column) => sql.id(column)));
    await this.run(
      session,
      sql`insert into ${this.table(layout.versions)} select k._id, v._from, v._there, ${values}
        from ${unnested(columns)} v (${names}) join ${this.table(layout.keys)} k on k.key = v.key`,
    );
  }

  private async keepKeys(
    session: Session,
    layout: TableLayout,
    versions: readonly RowVersion[],
  ): Promise<void> {
    const columns = unnested([
      ['text', versions.map(({ key }) => escapeText(key))],
      ['text', versions.map(({ scope }) => escapeText(scope))],
    ]);
    const keys = this.table(layout.keys);
    await this.run(
      session,
      sql`insert into ${keys} (key, scope) select * from ${columns} on conflict (key) do nothing`,
    );
    const [strayed] = await session.rows<[string, string, string]>(
      this.compiled(sql`select k.key, k.scope, v.scope from ${columns} v (key, scope)
        join ${keys} k on k.key = v.key where k.scope <> v.scope limit 1`),
    );
    if (!strayed) return;
    const [key, known, other] = strayed.map(unescapeText);
    throw new BatchRefused(`${layout.name} "${key}" is in scope "${known}" for life, not in "${other}".`);
  }

  private run(session: Session, statement: RawBuilder<unknown>): Promise<number> {
    return session.run(this.compiled(statement));
  }

  private compiled(statement: RawBuilder<unknown>) {
    return statement.compile(this.compiler);
  }
}
