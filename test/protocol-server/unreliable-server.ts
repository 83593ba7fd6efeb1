import { ANSWERING, Conduct, type Answering } from './conduct';
import { Connections } from './connections';
import { VERSION } from './features';
import { CONNECTING, Front, type Connecting } from './front';
import { openLog, type ProtocolServer, type ServerOptions } from './server';

/** Every way to misbehave. */
export const WAYS = [...ANSWERING, ...CONNECTING] as const;

export type Way = Answering | Connecting;

/** A server that misbehaves when it is told to. */
export type UnreliableServer = ProtocolServer &
  Readonly<{
    /** Misbehaves in this way, and no other, until told otherwise; what is under way is not spared. */
    misbehave(way: Way): void;
    /** Does what it should again. Connections that are stuck or half closed remain so; new ones are well. */
    behave(): void;
    /** How many calls of any kind came in so far, subscriptions included. */
    calls(): number;
    /** How long the client of each append so far said it would let it take, in milliseconds, before it cancels the call. */
    allowances(): readonly number[];
    /** How many connections are open. */
    connections(): number;
  }>;

const isOneOf = <T extends string>(all: readonly T[], way: string | undefined): way is T =>
  all.some((one) => one === way);

/** Starts a server whose connections go through a front that can spoil them. */
export const startUnreliableServer = async (
  options: ServerOptions & Readonly<{ delayMs?: number; lateMs?: number }> = {},
): Promise<UnreliableServer> => {
  const { log, close } = openLog(options);
  const { version = VERSION, delayMs = 100, lateMs = 400 } = options;
  const conduct = new Conduct(lateMs);
  let port = options.port ?? 0;
  const connections = new Connections(log, conduct, version, 0, () => port);
  const front = new Front(() => connections.port, delayMs);
  conduct.cut = () => front.cut();
  const start = async (): Promise<void> => {
    await connections.start();
    port = await front.listen(port);
  };
  const halt = async (): Promise<void> => {
    await front.close();
    await connections.halt();
  };
  const be = (way: Way | undefined): void => {
    conduct.be(isOneOf(ANSWERING, way) ? way : undefined);
    front.be(isOneOf(CONNECTING, way) ? way : undefined);
  };
  await start();
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    port,
    dropSubscriptions: (how) => connections.drop(how),
    halt,
    start,
    restart: () => halt().then(start),
    stop: () => halt().then(close),
    misbehave: be,
    behave: () => be(undefined),
    calls: () => conduct.calls,
    allowances: () => conduct.allowances,
    connections: () => front.open,
  };
};
