import { chmodSync, chownSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { Child, docket, documentOf, Place, sessionAt, startServer } from '../e2e/cli.fixture';

const NOBODY = 65_534;

const start = (settings: Record<string, string>) =>
  new Child('api', [], { PORT: '0', ...settings }, 30).ended;

describe('a start refuses, clearly and with exit code 2,', () => {
  const place = new Place();
  afterAll(() => place.remove());

  it('a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const { code, stderr } = await start({ PORT: String(port), DOCKET_DATA: place.at('port') });
    other.close();
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('the port is taken, by another Docket or another program'),
    ]);
  });

  it('a data folder that is a file', async () => {
    const { code, stderr } = await start({ DOCKET_DATA: place.file('file', '') });
    expect([code, stderr]).toEqual([2, expect.stringContaining('a file has that name')]);
  });

  it('a data folder that cannot be made', async () => {
    const { code, stderr } = await start({ DOCKET_DATA: '/proc/docket' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be made')]);
  });

  it('a data folder that this user may not write to', async () => {
    const folder = place.at('read-only');
    mkdirSync(folder);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      chmodSync(place.path, 0o755);
      chownSync(folder, NOBODY, NOBODY);
    }
    chmodSync(folder, 0o500);
    const settings = { PORT: '0', DOCKET_DATA: folder };
    const { code, stderr } = await new Child('api', [], settings, 30, isRoot ? NOBODY : undefined).ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('must be writable for this user')]);
  });
});

describe('a data folder that goes away under a server', () => {
  const place = new Place();
  afterAll(() => place.remove());

  const openPortfolio = async (address: string, name: string) => {
    const cookie = await sessionAt(address, 'p-maya');
    const answer = await fetch(`${address}/api/v1/portfolios`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': `portfolio-${name}` },
      body: JSON.stringify({ name, currency: 'GBP', timeZone: 'UTC' }),
    });
    const { code } = (await answer.json()) as { code?: string };
    return code ?? answer.status;
  };

  it('ends it with a sentence; nothing written meanwhile was acknowledged, and a new folder begins empty', async () => {
    const data = place.at('data');
    const server = await startServer(data);
    expect(await openPortfolio(server.address, 'before')).toBe(201);
    rmSync(data, { recursive: true });
    const meanwhile = await openPortfolio(server.address, 'meanwhile').catch(() => 'the door was closed');
    expect(['store-unavailable', 'the door was closed']).toContain(meanwhile);
    const { code, stderr } = await server.child.ended;
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`${data} was removed or replaced while it was served`),
    ]);
    mkdirSync(data);
    expect(documentOf(await docket(['verify-chain', '--data', data, '--json']))).toMatchObject({
      events: 0,
      whole: true,
    });
  });
});
