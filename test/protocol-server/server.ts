import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { append } from './append';
import { batchAppend } from './batch-append';
import { consumerTooSlow, handlerThrew } from './failures';
import { getSupportedMethods } from './features';
import { gossip } from './gossip';
import { Log, type Proposed } from './log';
import { fail, read, type ReadCall } from './read';
import { softDeleteStream, tombstoneStream } from './remove';
import { subscribe } from './subscribe';

/** A server that speaks EventStoreDB's protocol, for tests. */
export type ProtocolServer = Readonly<{
  /** Connection string for the client. */
  url: string;
  port: number;
  /** Ends every subscription, as a real server does everyday: with an error, or as if all had been said. */
  dropSubscriptions(how: 'consumer-too-slow' | 'ended'): void;
  /** Breaks every connection. Nobody answers until `start`. The log is kept. */
  halt(): Promise<void>;
  /** Listens again on the same port, on the kept log. */
  start(): Promise<void>;
  /** Breaks every connection and listens again on the same port, on the kept log. */
  restart(): Promise<void>;
  /** Breaks every connection and lets the port go. */
  stop(): Promise<void>;
}>;

const bind = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });

/** What is under way on one log. */
class Connections {
  readonly subscriptions = new Set<ReadCall>();
  private server: Server | undefined;
  port: number;

  constructor(
    private readonly log: Log,
    port: number,
  ) {
    this.port = port;
  }

  async start(): Promise<void> {
    this.server = new Server();
    this.server.addService(ServerFeaturesService, { getSupportedMethods });
    this.server.addService(GossipService, { read: gossip(() => this.port) });
    this.server.addService(StreamsService, {
      append: append(this.log),
      batchAppend: batchAppend(this.log),
      read: (call: ReadCall) => this.read(call),
      delete: softDeleteStream(this.log),
      tombstone: tombstoneStream(this.log),
    });
    this.port = await bind(this.server, this.port);
  }

  halt(): Promise<void> {
    this.server?.forceShutdown();
    this.server = undefined;
    return Promise.resolve();
  }

  private read(call: ReadCall): void {
    const options = call.request.getOptions();
    if (options === undefined) return fail(call, handlerThrew());
    const isSubscription = options.hasSubscription();
    if (isSubscription) this.follow(call);
    const answer = isSubscription ? subscribe : read;
    answer(this.log, call, options).catch(() => fail(call, handlerThrew()));
  }

  private follow(call: ReadCall): void {
    this.subscriptions.add(call);
    call.on('close', () => this.subscriptions.delete(call));
    call.on('cancelled', () => this.subscriptions.delete(call));
  }
}

/** What a fresh server writes first: the metadata of the stream of its own statistics. */
const ownMetadata = (): Proposed => ({
  id: randomUUID(),
  type: '$metadata',
  isJson: true,
  data: Buffer.from('{"$maxAge":86400}'),
  customMetadata: new Uint8Array(),
});

/** Starts a server on 127.0.0.1 (a free port without `port`) with an empty log but for what a real one writes by itself. */
export const startProtocolServer = async (
  options: Readonly<{ port?: number }> = {},
): Promise<ProtocolServer> => {
  const log = new Log();
  log.add('$$$stats-127.0.0.1:2113', [ownMetadata()]);
  const connections = new Connections(log, options.port ?? 0);
  await connections.start();
  return {
    url: `esdb://127.0.0.1:${connections.port}?tls=false`,
    port: connections.port,
    dropSubscriptions: (how) => {
      for (const call of connections.subscriptions)
        if (how === 'ended') call.end();
        else fail(call, consumerTooSlow());
    },
    halt: () => connections.halt(),
    start: () => connections.start(),
    restart: () => connections.halt().then(() => connections.start()),
    stop: () => connections.halt(),
  };
};
