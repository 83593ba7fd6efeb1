import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** How the connections of a server can misbehave; how its answers can is in `conduct.ts`. */
export const CONNECTING = ['frozen', 'stuck-connections', 'half-closed', 'slow', 'corrupt-bytes'] as const;

export type Connecting = (typeof CONNECTING)[number];

type Pair = Readonly<{ client: Socket; server: Socket; isStuck: () => boolean }>;

const flipped = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.map((byte, index) => (index % 7 === 3 ? byte ^ 0x55 : byte)));

/**
 * Stands before a server and passes every byte on, or does not:
 * `frozen` takes connections and moves nothing, as a stopped process does; `stuck-connections` does so with those that are
 * open, while new ones live; `half-closed` says that it has nothing more to say and listens on; `slow` lets each piece
 * wait; `corrupt-bytes` changes bytes on their way to the client.
 */
export class Front {
  private readonly pairs = new Set<Pair>();
  private server: Server | undefined;
  private way: Connecting | undefined;
  /** Changes with each way: what is stuck stays so. */
  private stuckUpTo = 0;
  private opened = 0;

  /** @param delayMs how long each piece waits where it is slow */
  constructor(
    private readonly inner: () => number,
    private readonly delayMs: number,
  ) {}

  /** How many connections are open. */
  get open(): number {
    return this.pairs.size;
  }

  async listen(port: number): Promise<number> {
    this.server = createServer({ allowHalfOpen: true }, (client) => this.joined(client));
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  be(way: Connecting | undefined): void {
    this.way = way;
    if (way === 'stuck-connections') this.stuckUpTo = this.opened;
    for (const pair of this.pairs) this.settle(pair);
  }

  /** Breaks every connection. */
  cut(): void {
    for (const { client, server } of this.pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    this.cut();
    server.close();
    await once(server, 'close');
  }

  private joined(client: Socket): void {
    const server = connect(this.inner(), '127.0.0.1');
    const number = ++this.opened;
    const pair = { client, server, isStuck: () => number <= this.stuckUpTo };
    this.pairs.add(pair);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.setNoDelay(true);
      from.on('data', (bytes: Buffer) => this.pass(bytes, to, to === client));
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.pairs.delete(pair);
        to.destroy();
      });
    }
    this.settle(pair);
  }

  private settle({ client, server, isStuck }: Pair): void {
    const isFrozen = this.way === 'frozen' || isStuck();
    for (const socket of [client, server])
      if (isFrozen) socket.pause();
      else socket.resume();
    if (this.way === 'half-closed') client.end();
  }

  private pass(bytes: Buffer, to: Socket, isAnswer: boolean): void {
    if (this.way === 'half-closed') return;
    const passed = this.way === 'corrupt-bytes' && isAnswer ? flipped(bytes) : bytes;
    const write = (): void => void (to.writable && to.write(passed));
    if (this.way === 'slow') setTimeout(write, this.delayMs);
    else write();
  }
}
