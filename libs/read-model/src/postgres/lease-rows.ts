import type { Fence, LeaseStanding } from '@docket/kernel';
import { takesNoWrites, type Pool, type Session } from '@docket/postgres';
import { sql, type RawBuilder } from 'kysely';
import { tablesIn } from '../build/names';
import { InstallationSchema, schemaOf } from './installation-schema';

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

const TABLE = 'leases';

const COLUMNS = sql`lease text primary key, number bigint not null, holder text not null, process text not null,
  since text not null, sign bigint not null, heard timestamptz not null, why text`;

const INSTANT = sql`to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Whether a lead has no successor, asked inside the transaction it covers. The row stays held until that ends, so that a
 * successor begins after it; signs, which touch no key, go on meanwhile.
 */
export const isStillLed = (installation: string, { lease, number, holder }: Fence): RawBuilder<unknown> =>
  sql`select 1 from ${tablesIn(schemaOf(installation))(TABLE)}
    where lease = ${lease} and number = ${number} and holder = ${holder} for key share`;

/** The rows of leases, each statement a transaction of its own. */
export class LeaseRows {
  private readonly schema: InstallationSchema;
  private readonly table: RawBuilder<unknown>;

  constructor(pool: Pool, installation: string) {
    this.schema = new InstallationSchema(pool, installation);
    this.table = this.schema.table(TABLE);
  }

  /** Makes the table when it is missing; of two processes that start at once, one after the other. */
  prepare(): Promise<void> {
    return this.schema.prepare(this.table, COLUMNS);
  }

  async read(lease: string): Promise<LeaseRow | undefined> {
    const [found] = await this.schema.rows<[number, string, number]>(
      sql`select number, holder, sign from ${this.table} where lease = ${lease}`,
    );
    return found && { number: found[0], holder: found[1], sign: found[2] };
  }

  /** Takes the lease as it was read, with the next number; `undefined` when somebody moved it since. Waits for a batch of the former leader. */
  take(lease: string, read: LeaseRow | undefined, mine: Mine): Promise<number | undefined> {
    return this.schema.transaction(async (session) => {
      const taken = read ? await this.follow(session, lease, read, mine) : this.begin(lease, mine);
      const [row] = taken === undefined ? [] : await this.schema.rows<[number]>(taken, session);
      return row?.[0];
    });
  }

  /** A sign of life; false when the lead has ended. */
  async giveSign({ lease, number, holder }: Fence): Promise<boolean> {
    const sign = sql`update ${this.table} set sign = sign + 1, heard = clock_timestamp()
      where lease = ${lease} and number = ${number} and holder = ${holder} returning 1`;
    const given = await this.schema.rows(sign);
    return given.length > 0;
  }

  async resign({ lease, number, holder }: Fence, why: string | undefined): Promise<void> {
    const end = sql`update ${this.table} set holder = '', heard = clock_timestamp(), why = ${why ?? null}
      where lease = ${lease} and number = ${number} and holder = ${holder}`;
    await this.schema.rows(end);
  }

  /** @throws DatabaseUnavailable where the server takes no writes: no leader can give a sign there, and none is missing */
  async standings(lengthMs: number): Promise<readonly LeaseStanding[]> {
    const [[isReadOnly] = []] = await this.schema.rows<[boolean]>(
      sql`select current_setting('transaction_read_only') = 'on'`,
    );
    if (isReadOnly) throw takesNoWrites();
    const silent = sql`extract(epoch from clock_timestamp() - heard)::float8`;
    const all = sql`select lease, process, since, holder <> '' and ${silent} * 1000 <= ${lengthMs}::float8,
      round(greatest(${silent}, 0))::int4, why from ${this.table} order by lease collate "C"`;
    const rows = await this.schema.rows<Standing>(all);
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
    const [found] = await this.schema.rows(
      sql`select 1 from ${this.table} where ${asRead} for update`,
      session,
    );
    if (!found) return undefined;
    return sql`update ${this.table} set number = number + 1, holder = ${holder}, process = ${process},
      since = ${INSTANT}, sign = 0, heard = clock_timestamp(), why = null where ${asRead} returning number`;
  }
}
