import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One address in front of several servers, switched over as a fail-over does it. */
export class Switchboard {
  private readonly sockets = new Set<Socket>();
  private target: number;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    target: number,
  ) {
    this.target = target;
    server.on('connection', (near: Socket) => this.connect(near));
  }

  static async to({ port }: Readonly<{ port: number }>): Promise<Switchboard> {
    const server = createServer();
    const board = new Switchboard(server, port);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return board;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `postgres://postgres@127.0.0.1:${port}/postgres`;
  }

  /** From here on connections lead to another server; those there are are cut. */
  switchTo({ port }: Readonly<{ port: number }>): void {
    this.target = port;
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private connect(near: Socket): void {
    const far = connect(this.target, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
      socket.pipe(other);
    }
  }
}
