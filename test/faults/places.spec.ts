import { chmodSync, chownSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import {
  Child,
  docket,
  documentOf,
  jsonAt,
  Place,
  sessionAt,
  startServer,
  stopServer,
} from '../e2e/cli.fixture';

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
    expect([code, stderr]).toEqual([2, expect.stringContaining('the port is taken by another program')]);
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

describe('a clock that was set back', () => {
  const place = new Place();
  const data = place.at('data');
  const preload = place.file(
    'two-days-ago.cjs',
    'const Real = Date; const back = 2 * 86400000;' +
      'globalThis.Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(Real.now() - back); } static now() { return Real.now() - back; } };',
  );
  const open = async (settings: Record<string, string>, name: string) => {
    const server = await startServer(data, settings);
    const cookie = await sessionAt(server.address, 'p-maya');
    const opened = await fetch(`${server.address}/api/v1/portfolios`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        'idempotency-key': `portfolio-${name.replaceAll(' ', '-')}`,
      },
      body: JSON.stringify({ name, currency: 'GBP', timeZone: 'UTC' }),
    });
    const { position } = (await opened.json()) as { position: string };
    const listed = await jsonAt(server, `/api/v1/portfolios?after=${position}`);
    await stopServer(server);
    return {
      status: opened.status,
      names: listed.rows.map((row: { name: string }) => row.name).sort(),
      asOf: listed.asOf,
    };
  };
  afterAll(() => place.remove());

  it('lowers no date: what was there at a moment is there at every later one', async () => {
    const first = await open({}, 'Before');
    const back = await open({ NODE_OPTIONS: `--require ${preload}` }, 'While it was back');
    const after = await open({}, 'After');
    expect([first.status, back.status, after.status]).toEqual([201, 201, 201]);
    expect(after.names).toEqual(['After', 'Before', 'While it was back']);
    expect(back.names).toEqual(['Before', 'While it was back']);
    const server = await startServer(data);
    const namesAt = async (asOf: string): Promise<number> => {
      const answer = await jsonAt(server, `/api/v1/portfolios?asOf=${asOf}`);
      return answer.rows.length;
    };
    const dayBefore = new Date(Date.now() - 86_400_000).toISOString();
    const counts = [await namesAt(dayBefore), await namesAt(first.asOf.at), await namesAt(after.asOf.at)];
    expect(counts[0]).toBe(0);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[2]).toBe(3);
    const again = await jsonAt(server, `/api/v1/portfolios?asOf=${back.asOf.token}`);
    expect(again.rows.map((row: { name: string }) => row.name).sort()).toEqual(back.names);
    await stopServer(server);
  }, 60_000);
});
