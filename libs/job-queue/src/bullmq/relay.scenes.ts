import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut: whoever speaks through it is then as good as dead to the server. */
export type Relay = Readonly<{
  url: string;
  cut: () => void;
  /** Passes nothing on any more, and keeps the lines: a server that hangs. */
  freeze: () => void;
}>;

/** Opens a way to the server at `url`. */
export const relayTo = async (url: string): Promise<Relay> => {
  const lines = new Set<Socket>();
  const { hostname, port } = new URL(url);
  const relay = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    for (const line of [near, far]) lines.add(line.on('error', () => undefined));
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await once(relay.listen(0, '127.0.0.1'), 'listening');
  return {
    url: Object.assign(new URL(url), { port: String((relay.address() as AddressInfo).port) }).href,
    cut: () => {
      relay.close();
      for (const line of lines) line.destroy();
    },
    freeze: () => {
      for (const line of lines) line.unpipe().pause();
    },
  };
};
