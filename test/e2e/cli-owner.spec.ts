import { acquireFolderLock } from '@docket/host';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Child,
  docket,
  documentOf,
  Place,
  SMALL_LIST,
  startServer,
  stopServer,
  type Server,
} from './cli.fixture';

describe('a data folder has one owner', () => {
  const place = new Place();
  const data = place.at('data');
  const list = place.file('list.csv', SMALL_LIST);
  let server: Server;
  const ask = (...words: string[]) => docket([...words, '--data', data, '--json']);
  const bytesAt = async (path: string): Promise<string> => (await fetch(`${server.address}${path}`)).text();

  beforeAll(async () => {
    server = await startServer(data);
  }, 60_000);
  afterAll(async () => {
    await stopServer(server);
    await place.remove();
  });

  it('who says in a file for this user only where it answers', () => {
    const file = join(data, 'owner.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      address: server.address,
      secret: expect.stringMatching(/.{32,}/),
      pid: server.child.pid,
    });
  });

  it('beside whom every command goes through its HTTP: it answers what the API answers, byte for byte', async () => {
    expect(documentOf(await ask('import', 'gmpp', list))).toMatchObject({ recorded: 5 });
    const { portfolio } = documentOf(await ask('rank', '--as-of', '2019-12-31'));
    const path = `/api/v1/portfolios/${portfolio.id}/ranking?asOf=2019-12-31`;
    const overHttp = await bytesAt(path);
    expect((await ask('rank', '--as-of', '2019-12-31')).stdout).toBe(overHttp);
    const replayed = await ask('replay', '--as-of', '2019-12-31');
    expect([replayed.code, replayed.stdout]).toEqual([0, overHttp]);
    expect((await ask('replay', path)).stdout).toBe(overHttp);
    const { rows } = JSON.parse(overHttp);
    const why = `/api/v1/portfolios/${portfolio.id}/ranking/${rows[0].id}?asOf=2019-12-31`;
    expect((await ask('explain', rows[0].id, '--as-of', '2019-12-31')).stdout).toBe(await bytesAt(why));
    expect(documentOf(await ask('verify-chain'))).toMatchObject({ whole: true });
    expect(documentOf(await ask('rebuild'))).toEqual({ events: expect.any(Number) });
    expect((await ask('rank', '--as-of', '2019-12-31')).stdout).toBe(overHttp);
  }, 60_000);

  it('acts for the command line as operator, never as a member of a body', async () => {
    const asOperator = { authorization: `Bearer ${server.secret}`, 'content-type': 'application/json' };
    const cast = await fetch(`${server.address}/api/v1/motions/6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10/votes`, {
      method: 'POST',
      headers: { ...asOperator, 'idempotency-key': 'a-vote' },
      body: JSON.stringify({ choice: 'for', reason: 'I can.' }),
    });
    expect([cast.status, await cast.json()]).toEqual([403, expect.objectContaining({ code: 'not-allowed' })]);
    const stranger = await fetch(`${server.address}/api/v1/operator/rebuild`, {
      method: 'POST',
      headers: { ...asOperator, authorization: 'Bearer guessed' },
      body: '{}',
    });
    expect(stranger.status).toBe(401);
  });

  it('beside whom nothing is restored', async () => {
    const refused = await ask('restore', place.at('backup'));
    expect([refused.code, documentOf(refused)]).toEqual([
      1,
      expect.objectContaining({
        code: 'folder-owned',
        detail: expect.stringContaining(`process ${server.child.pid}`),
      }),
    ]);
  });

  it('beside whom a second server refuses within seconds, and says who has the folder', async () => {
    const { code, stderr, seconds } = await new Child('api', [], { PORT: '0', DOCKET_DATA: data }).ended;
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`in use by process ${server.child.pid} at ${server.address}`),
    ]);
    expect(seconds).toBeLessThan(10);
  });

  it('whose silence is waited out, and then told', async () => {
    const silent = place.at('silent');
    mkdirSync(silent);
    const lock = acquireFolderLock(silent);
    try {
      const waited = await docket(['rank', '--data', silent, '--json']);
      expect(waited.stderr).toContain('waiting up to 15 s');
      expect([waited.code, documentOf(waited)]).toEqual([
        1,
        expect.objectContaining({ code: 'folder-owned', detail: expect.stringContaining('another process') }),
      ]);
      expect(waited.seconds).toBeGreaterThan(15);
    } finally {
      lock.release();
    }
  });

  it('who may start late: a command waits for the lock and then works', async () => {
    const late = place.at('late');
    mkdirSync(late);
    const lock = acquireFolderLock(late);
    const waiting = new Child('cli', ['verify-chain', '--data', late, '--json'], {});
    await waiting.says(/waiting up to/);
    lock.release();
    expect(documentOf(await waiting.ended)).toMatchObject({ whole: true, events: 0 });
  });

  it('whose announcement is harmless once it was killed', async () => {
    const killed = place.at('killed');
    const other = await startServer(killed);
    other.child.kill('SIGKILL');
    await other.child.ended;
    const stale = JSON.parse(readFileSync(join(killed, 'owner.json'), 'utf8'));
    expect(stale.address).toBe(other.address);
    writeFileSync(
      join(killed, 'owner.json'),
      JSON.stringify({ ...stale, address: server.address, pid: server.child.pid }),
    );
    const { code, stdout } = await docket(['verify-chain', '--data', killed, '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ events: 0 })]);
  });
});

describe('an import at the command line', () => {
  const place = new Place();
  const data = place.at('data');
  const many = Array.from(
    { length: 400 },
    (_, n) => `2019,,Project ${n},DfT,,Green,2015-01-01,2022-12-31,${n + 1},${n + 2},${n + 3}`,
  );
  const list = place.file('many.csv', [SMALL_LIST.split('\n')[0], ...many, ''].join('\n'));
  afterAll(() => place.remove());

  it('is broken off by Ctrl-C: what is recorded stays, one document says so, and the next run completes it', async () => {
    const importing = new Child('cli', ['import', 'gmpp', list, '--data', data, '--json'], {});
    await importing.says(/rows imported: \d+ of 400/);
    importing.kill('SIGINT');
    const broken = await importing.ended;
    expect(broken.code).toBe(130);
    expect(documentOf(broken)).toMatchObject({ code: 'interrupted' });
    const { rows, recorded, unchanged } = documentOf(
      await docket(['import', 'gmpp', list, '--data', data, '--json']),
    );
    expect([rows, recorded + unchanged]).toEqual([400, 400]);
    expect(recorded).toBeGreaterThan(0);
    const ranking = documentOf(await docket(['rank', '--data', data, '--json']));
    expect(ranking.rows).toHaveLength(400);
    expect(documentOf(await docket(['verify-chain', '--data', data, '--json']))).toMatchObject({
      whole: true,
    });
  }, 60_000);
});
