import type { Fence, LeaseStanding } from '@docket/kernel';
import { postgresDialect, type Pool, type Query, type Session } from '@docket/postgres';
import { Kysely, sql, type RawBuilder } from 'kysely';
import { tablesIn } from '../build/names';

/** The row of one lease: `holder` is empty where nobody leads. */
export type LeaseRow = Readonly<{ number: number; holder: string; sign: number }>;

type Mine = Readonly<{ holder: string; process: string }>;
type Standing = readonly [
  lease: string,
  process: string,
  since: string,
  leads: boolean,
  silent: number,
  why: string | null,
];

/** The schema of an installation that outlives its definitions. */
const schemaOf = (installation: string): string => `docket_${installation}`;

/** The table of the leases of an installation. */
const tableOf = (installation: string): RawBuilder<unknown> => tablesIn(schemaOf(installation))('leases');

const INSTANT = sql`to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Whether a lead has no successor, asked inside the transaction it covers. The row stays held until that ends, so that a
 * successor begins after it; signs, which touch no key, go on meanwhile.
 */
export const isStillLed = (installation: string, { lease, number, holder }: Fence): RawBuilder<unknown> =>
  sql`select 1 from ${tableOf(installation)}
    where lease = ${lease} and number = ${number} and holder = ${holder} for key share`;

/** The rows of leases, each statement a transaction of its own. */
export class LeaseRows {
  private readonly schema: string;
  private readonly table: RawBuilder<unknown>;
  private readonly compiler: Kysely<unknown>;

  constructor(
    private readonly pool: Pool,
    installation: string,
  ) {
    this.schema = schemaOf(installation);
    this.table = tableOf(installation);
    this.compiler = new Kysely({ dialect: postgresDialect(pool) });
  }

  /** Makes the table when it is missing; of two processes that start at once, one after the other. */
  async prepare(): Promise<void> {
    await this.pool.transaction(async (session) => {
      await this.run(session, sql`select pg_advisory_xact_lock(hashtextextended(${this.schema}, 0))`);
      await this.run(session, sql`create schema if not exists ${sql.id(this.schema)}`);
      await this.run(
        session,
        sql`create table if not exists ${this.table} (lease text primary key, number bigint not null,
          holder text not null, process text not null, since text not null, sign bigint not null,
          heard timestamptz not null, why text)`,
      );
    });
  }

  async read(lease: string): Promise<LeaseRow | undefined> {
    const [found] = await this.pool.rows<[number, string, number]>(
      this.compiled(sql`select number, holder, sign from ${this.table} where lease = ${lease}`),
    );
    return found && { number: found[0], holder: found[1], sign: found[2] };
  }

  /** Takes the lease as it was read, with the next number; `undefined` when somebody moved it since. Waits for a batch of the former leader. */
  take(lease: string, read: LeaseRow | undefined, mine: Mine): Promise<number | undefined> {
    return this.pool.transaction(async (session) => {
      const taken = read ? await this.follow(session, lease, read, mine) : this.begin(lease, mine);
      const [row] = taken === undefined ? [] : await session.rows<[number]>(this.compiled(taken));
      return row?.[0];
    });
  }

  /** A sign of life; false when the lead has ended. */
  async giveSign({ lease, number, holder }: Fence): Promise<boolean> {
    const given = await this.pool.rows<[number]>(
      this.compiled(sql`update ${this.table} set sign = sign + 1, heard = clock_timestamp()
        where lease = ${lease} and number = ${number} and holder = ${holder} returning 1`),
    );
    return given.length > 0;
  }

  async resign({ lease, number, holder }: Fence, why: string | undefined): Promise<void> {
    await this.pool.rows(
      this.compiled(sql`update ${this.table} set holder = '', heard = clock_timestamp(), why = ${why ?? null}
        where lease = ${lease} and number = ${number} and holder = ${holder}`),
    );
  }

  async standings(lengthMs: number): Promise<readonly LeaseStanding[]> {
    const silent = sql`extract(epoch from clock_timestamp() - heard)::float8`;
    const rows = await this.pool.rows<Standing>(
      this
        .compiled(sql`select lease, process, since, holder <> '' and ${silent} * 1000 <= ${lengthMs}::float8,
        round(greatest(${silent}, 0))::int4, why from ${this.table} order by lease collate "C"`),
    );
    return rows.map(([lease, process, since, leads, silentSeconds, why]) => ({
      lease,
      process,
      since,
      leads,
      silentSeconds,
      ...(why === null ? {} : { resignedFor: why }),
    }));
  }

  private begin(lease: string, { holder, process }: Mine): RawBuilder<unknown> {
    return sql`insert into ${this.table} values
      (${lease}, 1, ${holder}, ${process}, ${INSTANT}, 0, clock_timestamp(), null)
      on conflict (lease) do nothing returning number`;
  }

  /** Locks the row first: it must wait for whoever writes under the former lead, which an update of these columns alone would not. */
  private async follow(
    session: Session,
    lease: string,
    { number, holder: former, sign }: LeaseRow,
    { holder, process }: Mine,
  ): Promise<RawBuilder<unknown> | undefined> {
    const asRead = sql`lease = ${lease} and number = ${number} and holder = ${former} and sign = ${sign}`;
    const [found] = await session.rows(
      this.compiled(sql`select 1 from ${this.table} where ${asRead} for update`),
    );
    if (!found) return undefined;
    return sql`update ${this.table} set number = number + 1, holder = ${holder}, process = ${process},
      since = ${INSTANT}, sign = 0, heard = clock_timestamp(), why = null where ${asRead} returning number`;
  }

  private async run(session: Session, statement: RawBuilder<unknown>): Promise<void> {
    await session.run(this.compiled(statement));
  }

  private compiled(statement: RawBuilder<unknown>): Query {
    return statement.compile(this.compiler);
  }
}
