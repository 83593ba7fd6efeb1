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
import type { Patience } from './patience';

/** The reads of the server that this adapter needs, each within the patience of its caller, its failures in the words of the port. */
export class Reading {
  constructor(private readonly connection: Connection) {}

  /** A stream's events from a revision on; `undefined` when there is no such stream. @throws StoreUnavailable */
  async stream(
    name: string,
    from: number,
    limit: number,
    patience: Patience,
  ): Promise<ResolvedEvent[] | undefined> {
    return this.orMissing(name, patience, (client) =>
      client.readStream(name, { fromRevision: BigInt(from), maxCount: limit, ...this.options }),
    );
  }

  /** The last event of a stream. @throws StoreUnavailable */
  async lastOf(name: string, patience: Patience): Promise<ResolvedEvent | undefined> {
    const last = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const found = await this.orMissing(name, patience, (client) =>
      client.readStream(name, { ...last, ...this.options }),
    );
    return found?.[0];
  }

  /** Part of the whole log, all its streams, system streams included; backwards a position is exclusive. @throws StoreUnavailable */
  async all(
    direction: typeof FORWARDS | typeof BACKWARDS,
    fromPosition: ReadPosition,
    maxCount: number,
    patience: Patience,
  ): Promise<AllStreamResolvedEvent[]> {
    return this.read('a read of the log', (client) =>
      collect(client.readAll({ direction, fromPosition, maxCount, ...this.options }), patience),
    );
  }

  private get options() {
    return { credentials: this.connection.credentials };
  }

  private orMissing(
    name: string,
    patience: Patience,
    open: (client: EventStoreDBClient) => ReturnType<EventStoreDBClient['readStream']>,
  ): Promise<ResolvedEvent[] | undefined> {
    return this.read(`a read of ${name}`, async (client) => {
      try {
        return await collect(open(client), patience);
      } catch (error) {
        if (error instanceof StreamNotFoundError) return undefined;
        throw error;
      }
    });
  }

  private async read<T>(what: string, work: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    try {
      return await this.connection.ask(work);
    } catch (error) {
      throw toReadFailure(error, what);
    }
  }
}
