import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Server, ServerCredentials, type ServiceDefinition } from '@grpc/grpc-js';
import { append } from './append';
import { batchAppend } from './batch-append';
import type { Conduct } from './conduct';
import { consumerTooSlow, handlerThrew } from './failures';
import { getSupportedMethods } from './features';
import { gossip } from './gossip';
import type { Log } from './log';
import { fail, read, type ReadCall } from './read';
import { softDeleteStream, tombstoneStream } from './remove';
import { subscribe } from './subscribe';

const bind = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });

/** The calls of a service, their answers written as the conduct of the server wants. */
const writtenBy = <Service extends ServiceDefinition>(conduct: Conduct, service: Service): Service => ({
  ...service,
  ...Object.fromEntries(
    Object.entries(service).map(([name, method]) => [
      name,
      { ...method, responseSerialize: conduct.serialized(method.responseSerialize) },
    ]),
  ),
});

/** What is under way on one log. */
export class Connections {
  port: number;
  private readonly subscriptions = new Set<ReadCall>();
  private server: Server | undefined;

  /** @param namedPort the port that clients see, where another stands before this one */
  constructor(
    private readonly log: Log,
    private readonly conduct: Conduct,
    private readonly version: string,
    port: number,
    private readonly namedPort: () => number = () => this.port,
  ) {
    this.port = port;
    conduct.drop = (how) => this.drop(how);
  }

  async start(): Promise<void> {
    const { log, conduct } = this;
    this.server = new Server();
    this.server.addService(ServerFeaturesService, {
      getSupportedMethods: conduct.capabilities(getSupportedMethods(this.version)),
    });
    this.server.addService(GossipService, { read: gossip(this.namedPort) });
    this.server.addService(writtenBy(conduct, StreamsService), {
      append: conduct.appending(append(log, (...batch) => conduct.admit(...batch))),
      batchAppend: batchAppend(log),
      read: conduct.reading((call) => this.read(call)),
      delete: conduct.unary(softDeleteStream(log)),
      tombstone: conduct.unary(tombstoneStream(log)),
    });
    this.port = await bind(this.server, this.port);
  }

  drop(how: 'consumer-too-slow' | 'ended'): void {
    for (const call of this.subscriptions)
      if (how === 'ended') call.end();
      else fail(call, consumerTooSlow());
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
    const answer = isSubscription ? subscribe(() => this.conduct.paced()) : read;
    answer(this.log, call, options).catch(() => fail(call, handlerThrew()));
  }

  private follow(call: ReadCall): void {
    this.subscriptions.add(call);
    call.on('close', () => this.subscriptions.delete(call));
    call.on('cancelled', () => this.subscriptions.delete(call));
  }
}
