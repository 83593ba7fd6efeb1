import { startProtocolServer } from './server';

/** Runs the server as a process of its own: `main.js [port]`; prints its URL, ends on SIGTERM or SIGINT. */
const main = async (): Promise<void> => {
  const server = await startProtocolServer({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`${server.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
};

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
