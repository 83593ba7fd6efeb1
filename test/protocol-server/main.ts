import { createInterface } from 'node:readline';
import { startProtocolServer } from './server';
import { startUnreliableServer, WAYS, type UnreliableServer } from './unreliable-server';

/** A line of standard input is a way to misbehave, or `behave`; it is said back when it is so. */
const obeyLines = (server: UnreliableServer): void => {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const way = WAYS.find((one) => one === line.trim());
    if (way === undefined) server.behave();
    else server.misbehave(way);
    process.stdout.write(`${way ?? 'behave'}\n`);
  });
};

/**
 * Runs the server as a process of its own: `main.js [PORT [FILE [unreliable]]]`. Prints its URL, ends on SIGTERM or SIGINT;
 * on a FILE it has after a kill -9 what it had acknowledged.
 */
const main = async ([port = '0', file, unreliable]: readonly string[]): Promise<void> => {
  const options = { port: Number(port), ...(file === undefined || file === '' ? {} : { file }) };
  const misbehaving = unreliable === 'unreliable' ? await startUnreliableServer(options) : undefined;
  const server = misbehaving ?? (await startProtocolServer(options));
  if (misbehaving !== undefined) obeyLines(misbehaving);
  process.stdout.write(`${server.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
