import { LeasesUnavailable, type Lead, type LeaseStanding, type Leases } from '@docket/kernel';
import { DatabaseUnavailable, openPool, postgresCode, UnsuitableDatabase, type Pool } from '@docket/postgres';
import { randomUUID } from 'node:crypto';
import { checkInstallation } from '../build/names';
import { LeaseRows, type LeaseRow } from './lease-rows';
import { PostgresLead, type Pace } from './postgres-lead';

export type PostgresLeasesOptions = Readonly<{
  url: string;
  installation: string;
  /** Takes a server without TLS on another machine (false). */
  allowInsecure?: boolean;
  /** What standings call this process: its machine and number, for example. */
  process: string;
  /** Milliseconds without a sign after which a lead has ended (5,000). */
  lengthMs?: number;
  /** Milliseconds between two signs (1,000). */
  signMs?: number;
}>;

const LENGTH_MS = 5_000;
const SIGN_MS = 1_000;
/** A statement on leases is short: whoever waits longer should rather ask anew. */
const ANSWER_MS = 3_000;

/** What somebody else's lease last showed, and since when this process has seen nothing newer, by its own clock. */
type Seen = Readonly<{ sign: string; since: number }>;

const signOf = ({ number, holder, sign }: LeaseRow): string => `${number}/${holder}/${sign}`;

/**
 * Leases as rows. A lead gives a sign every second; who stands by and has seen no new sign for the length of a lease, by its own
 * clock, takes over with the next number. A leader that could not give a sign for a little less counts itself as deposed. No two
 * clocks are compared; what nevertheless overlaps is stopped by the fence.
 */
class PostgresLeases implements Leases {
  private readonly holder = randomUUID();
  private readonly seen = new Map<string, Seen>();
  private readonly held = new Set<Lead>();

  constructor(
    private readonly rows: LeaseRows,
    private readonly process: string,
    private readonly pace: Pace,
    private readonly release: () => Promise<void>,
  ) {}

  /** Leases that somebody dropped are made anew: whoever led by them can give no sign any more, and its fence holds nothing. */
  async take(lease: string): Promise<Lead | undefined> {
    try {
      return await this.taken(lease);
    } catch (error) {
      if (!isDropped(error)) throw error;
      await inWordsOfThePort(this.rows.prepare());
      return undefined;
    }
  }

  private async taken(lease: string): Promise<Lead | undefined> {
    const asked = performance.now();
    const row = await inWordsOfThePort(this.rows.read(lease));
    if (row && row.holder !== '' && !this.isSilent(lease, row)) return undefined;
    const mine = { holder: this.holder, process: this.process };
    const number = await inWordsOfThePort(this.rows.take(lease, row, mine));
    if (number === undefined) return undefined;
    const lead = new PostgresLead(this.rows, { lease, number, holder: this.holder }, this.pace, asked);
    this.held.add(lead);
    lead.lost.addEventListener('abort', () => this.held.delete(lead), { once: true });
    return lead;
  }

  standings(): Promise<readonly LeaseStanding[]> {
    return inWordsOfThePort(this.rows.standings(this.pace.lengthMs));
  }

  async close(): Promise<void> {
    await Promise.all([...this.held].map((lead) => lead.resign()));
    await this.release();
  }

  private isSilent(lease: string, row: LeaseRow): boolean {
    const sign = signOf(row);
    const known = this.seen.get(lease);
    if (known?.sign === sign) return performance.now() - known.since >= this.pace.lengthMs;
    this.seen.set(lease, { sign, since: performance.now() });
    return false;
  }
}

const DROPPED: ReadonlySet<string> = new Set(['42P01', '3F000']);

/** Whether the table of leases, or its schema, is not there any more. */
const isDropped = (error: unknown): boolean =>
  error instanceof LeasesUnavailable && DROPPED.has(postgresCode(error.cause) ?? '');

const GONE =
  'The leases of this installation were dropped from PostgreSQL. A worker that runs makes them anew within seconds.';

const inWordsOfThePort = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if (DROPPED.has(postgresCode(error) ?? '')) throw new LeasesUnavailable(GONE, { cause: error });
    if (error instanceof UnsuitableDatabase)
      throw new LeasesUnavailable(error.message, { cause: error, reason: error.message });
    throw error instanceof DatabaseUnavailable
      ? new LeasesUnavailable(error.message, {
          cause: error,
          ...(error.lasts ? { reason: error.message } : {}),
        })
      : error;
  }
};

const prepared = async (pool: Pool, installation: string): Promise<LeaseRows> => {
  const rows = new LeaseRows(pool, installation);
  await rows.prepare();
  return rows;
};

/** Opens the leases of an installation. @throws DatabaseUnavailable | UnsuitableDatabase, Error when its name is malformed */
export const openPostgresLeases = async ({
  url,
  installation,
  allowInsecure = false,
  process,
  lengthMs = LENGTH_MS,
  signMs = SIGN_MS,
}: PostgresLeasesOptions): Promise<Leases> => {
  const pool = await openPool(url, {
    connections: 3,
    allowInsecure,
    connectTimeout: ANSWER_MS,
    statementTimeout: ANSWER_MS,
    lockTimeout: ANSWER_MS,
    answerTimeout: ANSWER_MS,
    batchTimeout: ANSWER_MS,
  });
  try {
    const rows = await prepared(pool, checkInstallation(installation));
    return new PostgresLeases(rows, process, { lengthMs, signMs }, () => pool.end());
  } catch (error) {
    await pool.end();
    throw error;
  }
};
