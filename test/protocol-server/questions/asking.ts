import {
  EventStoreDBClient,
  jsonEvent,
  type AppendToStreamOptions,
  type EventData,
  type ReadStreamOptions,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';

/** An answer of a server, with names, ids, positions and times made the same for every run. */
export type Answer = unknown;

/** One question; the names are those of `recorded-answers.json`, and later questions build on earlier ones. */
export type Question = readonly [name: string, ask: (asking: Asking) => Promise<Answer>];

export const event = (type = 'Noted', id: string = randomUUID(), data: object = { a: 1 }): EventData =>
  jsonEvent({ type, data: { ...data }, id });

export const bigEvent = (bytes: number): EventData => event('Big', randomUUID(), { text: 'x'.repeat(bytes) });

/** Selects the classic append; without it the client takes the batch form. */
export const CLASSIC = { credentials: { username: 'admin', password: 'changeit' } } as const;

const TOLD_OF_ERRORS = ['expectedVersion', 'actualVersion', 'streamName', 'maxAppendSize', 'code'] as const;

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);

const toldError = (error: unknown): Answer => {
  if (!(error instanceof Error)) return { thrown: String(error) };
  const fields = new Map<string, unknown>(Object.entries(error));
  const told = TOLD_OF_ERRORS.filter((key) => fields.get(key) !== undefined).map((key) => [
    key,
    key === 'streamName' ? 'S' : plain(fields.get(key)),
  ]);
  return { error: error.constructor.name, type: fields.get('type'), ...Object.fromEntries(told) };
};

/** The answer, or the error told as one. */
export const tried = async (ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    return toldError(error);
  }
};

/** Asks one server through the client as it is, under stream names of this run. */
export class Asking {
  readonly client: EventStoreDBClient;
  private readonly run = randomUUID().slice(0, 8);

  constructor(readonly url: string) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  stream(name: string): string {
    return `rec${this.run}-${name}`;
  }

  append(
    name: string,
    events: EventData[],
    expectedRevision: AppendToStreamOptions['expectedRevision'],
    options: AppendToStreamOptions = {},
  ): Promise<Answer> {
    return tried(() => this.appendTo(this.stream(name), events, { ...options, expectedRevision }));
  }

  async appendTo(stream: string, events: EventData[], options: AppendToStreamOptions): Promise<Answer> {
    const { success, nextExpectedRevision, position } = await this.client.appendToStream(
      stream,
      events,
      options,
    );
    return {
      success,
      nextExpectedRevision: plain(nextExpectedRevision),
      position: position === undefined ? 'absent' : 'given',
    };
  }

  /** `revision:type` of each event. */
  read(name: string, options: ReadStreamOptions = {}): Promise<Answer> {
    return tried(async () => {
      const seen: string[] = [];
      for await (const { event: read } of this.client.readStream(this.stream(name), {
        maxCount: 50,
        ...options,
      }))
        seen.push(`${read?.revision}:${read?.type}${read?.position ? '' : ' (no position)'}`);
      return seen.join(' ');
    });
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}
