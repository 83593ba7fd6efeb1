import {
  BACKWARDS,
  END,
  FORWARDS,
  StreamNotFoundError,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type ReadPosition,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { toReadFailure } from './failures';
import { collect } from './deadline';
import type { Connection } from './connection';

/** The reads of the server that this adapter needs, each with its own time-out and its failures in the words of the port. */
export class Reading {
  constructor(
    private readonly connection: Connection,
    private readonly silenceMs: number,
  ) {}

  /** A stream's events from a revision on; `undefined` when there is no such stream. @throws StoreUnavailable */
  async stream(name: string, from: number, limit: number): Promise<ResolvedEvent[] | undefined> {
    return this.orMissing(name, (client) =>
      client.readStream(name, { fromRevision: BigInt(from), maxCount: limit, ...this.options }),
    );
  }

  /** The last event of a stream. @throws StoreUnavailable */
  async lastOf(name: string): Promise<ResolvedEvent | undefined> {
    const last = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    return (
      await this.orMissing(name, (client) => client.readStream(name, { ...last, ...this.options }))
    )?.[0];
  }

  /** Part of the whole log, all its streams, system streams included; backwards a position is exclusive. @throws StoreUnavailable */
  async all(
    direction: typeof FORWARDS | typeof BACKWARDS,
    fromPosition: ReadPosition,
    maxCount: number,
  ): Promise<AllStreamResolvedEvent[]> {
    return this.read('a read of the log', (client) =>
      collect(client.readAll({ direction, fromPosition, maxCount, ...this.options }), this.silenceMs),
    );
  }

  private get options() {
    return { credentials: this.connection.credentials };
  }

  private orMissing(
    name: string,
    open: (client: EventStoreDBClient) => ReturnType<EventStoreDBClient['readStream']>,
  ): Promise<ResolvedEvent[] | undefined> {
    return this.read(`a read of ${name}`, async (client) => {
      try {
        return await collect(open(client), this.silenceMs);
      } catch (error) {
        if (error instanceof StreamNotFoundError) return undefined;
        throw error;
      }
    });
  }

  private async read<T>(what: string, work: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    try {
      return await work(this.connection.client);
    } catch (error) {
      throw toReadFailure(error, what);
    }
  }
}
