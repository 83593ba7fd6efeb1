import { randomUUID } from 'node:crypto';
import { Conduct } from './conduct';
import { Connections } from './connections';
import { VERSION } from './features';
import { Journal } from './journal';
import { Log, type Proposed } from './log';

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
  /** Breaks every connection and lets port and file go. */
  stop(): Promise<void>;
}>;

export type ServerOptions = Readonly<{
  /** A free one without it. */
  port?: number;
  /** Keeps the log there: a server that is started on the same file again has it. In memory without it. */
  file?: string;
  /** The release it says it is. */
  version?: string;
}>;

/** What a fresh server writes first: the metadata of the stream of its own statistics. */
const ownMetadata = (): Proposed => ({
  id: randomUUID(),
  type: '$metadata',
  isJson: true,
  data: Buffer.from('{"$maxAge":86400}'),
  customMetadata: new Uint8Array(),
});

/** The log of a server, with what a real one writes by itself, and what lets its file go. */
export const openLog = ({ file }: ServerOptions): Readonly<{ log: Log; close: () => void }> => {
  const journal = file === undefined ? undefined : new Journal(file);
  const log = new Log(journal);
  if (log.records.length === 0) log.add('$$$stats-127.0.0.1:2113', [ownMetadata()]);
  return { log, close: () => journal?.close() };
};

/** Starts a server on 127.0.0.1. */
export const startProtocolServer = async (options: ServerOptions = {}): Promise<ProtocolServer> => {
  const { log, close } = openLog(options);
  const { version = VERSION, port = 0 } = options;
  const connections = new Connections(log, new Conduct(), version, port);
  await connections.start();
  return {
    url: `esdb://127.0.0.1:${connections.port}?tls=false`,
    port: connections.port,
    dropSubscriptions: (how) => connections.drop(how),
    halt: () => connections.halt(),
    start: () => connections.start(),
    restart: () => connections.halt().then(() => connections.start()),
    stop: () => connections.halt().then(close),
  };
};
