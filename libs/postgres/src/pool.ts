import { Pool as Driver, type PoolClient } from 'pg';
import { connectingFailed } from './connect-trouble';
import { DatabaseUnavailable, explained } from './errors';

/** A statement and its values. */
export type Query = Readonly<{ sql: string; parameters: readonly unknown[] }>;

type Client = Readonly<{
  query<R>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ command: 'SELECT'; rowCount: number; rows: R[] }>;
  release(): void;
}>;

const orExplained = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw explained(error);
  }
};

/** How long a statement is waited for: as long as a person who reads waits, or as long as a batch may take. */
export type Patience = 'reader' | 'batch';

const BEGINS_TRANSACTION = /^(begin|start transaction)\b/i;

/** One connection inside a transaction. */
export class Session {
  constructor(
    private readonly client: PoolClient,
    private readonly timing: Readonly<{ query_timeout?: number }> = {},
  ) {}

  /** The rows as arrays in the order of the columns. @throws DatabaseUnavailable */
  async rows<R extends readonly unknown[]>({ sql, parameters }: Query): Promise<readonly R[]> {
    const result = await orExplained(
      this.client.query<R & unknown[]>({
        ...{ text: sql, values: [...parameters], rowMode: 'array' },
        ...this.timing,
      }),
    );
    return result.rows;
  }

  /** How many rows the statement touched. @throws DatabaseUnavailable */
  async run({ sql, parameters }: Query): Promise<number> {
    const result = await orExplained(
      this.client.query({ text: sql, values: [...parameters], ...this.timing }),
    );
    return result.rowCount ?? 0;
  }
}

/**
 * Connections to one database; made by `openPool`. A connection that drops while idle is replaced in silence. What runs in a transaction
 * is a batch, and waited for as one.
 */
export class Pool {
  /**
   * @param batchMs milliseconds that a statement of a batch is waited for; absent, as long as any other
   * @param url where it is meant to be, for who is told that no connection comes about
   */
  constructor(
    private readonly driver: Driver,
    private readonly batchMs?: number,
    private readonly url?: string,
  ) {
    driver.on('error', () => undefined);
    driver.on('connect', (client) => client.on('error', () => undefined));
  }

  /** A connection for kysely, which gives it back itself. @throws DatabaseUnavailable */
  async connect(): Promise<Client> {
    const client = await this.connected();
    let patience: Patience = 'reader';
    let broken: DatabaseUnavailable | undefined;
    return {
      query: async <R>(sql: string, parameters: readonly unknown[]) => {
        if (BEGINS_TRANSACTION.test(sql)) patience = 'batch';
        try {
          const asked = { text: sql, values: [...parameters], ...this.timing(patience) };
          const { rows, rowCount, command } = await orExplained(client.query(asked));
          return { command: command as 'SELECT', rowCount: rowCount ?? 0, rows: rows as R[] };
        } catch (error) {
          if (error instanceof DatabaseUnavailable) broken = error;
          throw error;
        }
      },
      // one that still owes an answer serves nobody else
      release: () => client.release(broken),
    };
  }

  /** The rows of one statement as arrays in the order of the columns. @throws DatabaseUnavailable */
  async rows<R extends readonly unknown[]>(
    { sql, parameters }: Query,
    patience: Patience = 'reader',
  ): Promise<readonly R[]> {
    const client = await this.connected();
    let broken: DatabaseUnavailable | undefined;
    try {
      return await new Session(client, this.timing(patience)).rows<R>({ sql, parameters });
    } catch (error) {
      if (error instanceof DatabaseUnavailable) broken = error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /**
   * Runs `work` in one transaction: committed when it resolves, undone when it rejects. A connection that could not be
   * undone is thrown away. @throws DatabaseUnavailable (also when it stays open whether the commit was done)
   */
  async transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const client = await this.connected();
    let broken: Error | undefined;
    try {
      await orExplained(client.query('begin'));
      const timing = this.timing('batch');
      const result = await work(new Session(client, timing));
      await orExplained(client.query({ text: 'commit', ...timing }));
      return result;
    } catch (error) {
      broken = await undo(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** @throws DatabaseUnavailable, whatever the server refuses a connection for: somebody may let us in again */
  private async connected(): Promise<PoolClient> {
    try {
      return await this.driver.connect();
    } catch (error) {
      throw connectingFailed(error, this.url);
    }
  }

  private timing(patience: Patience): Readonly<{ query_timeout?: number }> {
    return patience === 'reader' || this.batchMs === undefined ? {} : { query_timeout: this.batchMs };
  }

  /** Waits for what is under way and closes every connection; harmless when closed before. */
  async end(): Promise<void> {
    if (!this.driver.ending) await this.driver.end();
  }
}

const undo = async (client: PoolClient): Promise<Error | undefined> => {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};
