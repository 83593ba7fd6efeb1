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
import { binaryArray, type ArrayKind, type Pool, type Session } from '@docket/postgres';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { BuildTables, NumberLine } from '../build/build-tables';
import { escapeText, unescapeText, type Cell } from '../build/column-codec';
import { tablesIn } from '../build/names';
import { lineOf } from '../build/number-lines';
import type { Layouts, TableLayout } from '../build/table-layout';
import { isStillLed } from './lease-rows';

type Column = readonly [kind: ArrayKind, values: readonly (Cell | undefined)[]];

/** One array for each column: the statement is the same for any number of rows. */
const arrays = (columns: readonly Column[]): RawBuilder<unknown> =>
  sql.join(columns.map(([kind, values]) => sql`${binaryArray(kind, values as never)}::${sql.raw(kind)}[]`));

const KINDS: { readonly [K in ColumnKind]: ArrayKind } = {
  text: 'text',
  integer: 'bigint',
  decimal: 'text',
  boolean: 'boolean',
  json: 'text',
};

const NUMBER_KINDS: { readonly [K in keyof NumberLine]: ArrayKind } = {
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
      // A lost commit is read again from the log: what matters is that rows and checkpoint are lost together.
      await this.run(
        session,
        sql`select set_config('idle_in_transaction_session_timeout', ${FROZEN_MS}, true), set_config('synchronous_commit', 'off', true)`,
      );
      if (fence) await this.checkFence(session, fence);
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
    const names = Object.keys(NUMBER_KINDS) as readonly (keyof NumberLine)[];
    const columns = names.map((name) => [NUMBER_KINDS[name], lines.map((line) => line[name])] as const);
    return sql`insert into ${this.table('numbers')} (${sql.join(names.map((name) => sql.id(name)))})
      select * from unnest(${arrays(columns)})`;
  }

  /** Keys that are new and the versions of all in one statement: what is written goes to the server once. */
  private async writeVersions(
    session: Session,
    layout: TableLayout,
    versions: readonly RowVersion[],
  ): Promise<void> {
    const cells = versions.map((version) => layout.cellsOf(version));
    const keys = binaryArray(
      'text',
      versions.map(({ key }) => escapeText(key)),
    );
    const scopes = binaryArray(
      'text',
      versions.map(({ scope }) => escapeText(scope)),
    );
    const columns: readonly Column[] = [
      ['bigint', versions.map(({ validFrom }) => validFrom)],
      ['boolean', versions.map(({ row }) => row !== null)],
      ...layout.kinds.map((kind, index) => [KINDS[kind], cells.map((row) => row[index])] as const),
    ];
    const values = sql.join(layout.columns.map((column) => sql.ref(`v.${column}`)));
    const names = sql.join(
      ['_key', '_scope', '_from', '_there', ...layout.columns].map((name) => sql.id(name)),
    );
    const known = this.table(layout.keys);
    const written = await this.run(
      session,
      sql`with v as materialized (
          select * from unnest(${keys}::text[], ${scopes}::text[], ${arrays(columns)}) v (${names})
        ), old as materialized (
          select _id, key, scope from ${known} where key = any(${keys}::text[])
        ), new as (
          insert into ${known} (key, scope)
          select distinct on (_key) _key, _scope from v where not exists (select from old where old.key = v._key)
          returning _id, key, scope
        )
        insert into ${this.table(layout.versions)} select k._id, v._from, v._there, ${values}
        from v join (select * from old union all select * from new) k on k.key = v._key and k.scope = v._scope`,
    );
    if (written < versions.length) await this.refuseStrayed(session, layout, versions);
  }

  /** @throws BatchRefused */
  private async refuseStrayed(
    session: Session,
    layout: TableLayout,
    versions: readonly RowVersion[],
  ): Promise<void> {
    const columns = arrays([
      ['text', versions.map(({ key }) => escapeText(key))],
      ['text', versions.map(({ scope }) => escapeText(scope))],
    ]);
    const strayed = await session.rows<[string, string, string]>(
      this.compiled(sql`select k.key, k.scope, v.scope from unnest(${columns}) v (key, scope)
        join ${this.table(layout.keys)} k on k.key = v.key where k.scope <> v.scope limit 1`),
    );
    const [key, known, other] = (strayed[0] ?? ['', '', '']).map(unescapeText);
    throw new BatchRefused(`${layout.name} "${key}" is in scope "${known}" for life, not in "${other}".`);
  }

  private run(session: Session, statement: RawBuilder<unknown>): Promise<number> {
    return session.run(this.compiled(statement));
  }

  private compiled(statement: RawBuilder<unknown>) {
    return statement.compile(this.compiler);
  }
}
