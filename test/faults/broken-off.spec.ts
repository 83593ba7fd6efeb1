import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  Child,
  docket,
  documentOf,
  jsonAt,
  Place,
  startServer,
  stopServer,
  type Server,
} from '../e2e/cli.fixture';

const SAMPLE = { DOCKET_SAMPLE: 'on' };

/** The other process is not disturbed by how closely it is watched. */
const aMoment = (): Promise<void> => setTimeout(2);

const loading = (data: string): Child =>
  new Child('api', [], { PORT: '0', DOCKET_DATA: data, ...SAMPLE }, 120);

describe('what is broken off by a kill', () => {
  const place = new Place();
  const data = place.at('data');
  let server: Server;
  const ask = (...words: string[]) => docket([...words, '--data', data, '--json']);
  const names = async () =>
    documentOf(await ask('rank', '--as-of', '2019-12-31')).rows.map(({ name }: { name: string }) => name);
  afterAll(() => place.remove());

  it('a first start: the next one loads what is missing of the sample, a third has nothing to load', async () => {
    const first = loading(data);
    await first.says(/rows imported: \d+ of/);
    first.kill('SIGKILL');
    await first.ended;
    const second = loading(data);
    await second.says(/rows imported: \d+ of [1-9]/);
    second.kill('SIGKILL');
    await second.ended;
    const third = await startServer(data, SAMPLE);
    expect(third.child.stderr).toContain('rows imported');
    expect(await names()).toHaveLength(133);
    await stopServer(third);
    server = await startServer(data, SAMPLE);
    expect(server.child.stderr).not.toContain('rows imported');
    expect(await names()).toHaveLength(133);
  }, 120_000);

  it('a first start amid its illustrations: the next one records what is missing of them, a third nothing', async () => {
    const illustrated = place.at('illustrated');
    const first = loading(illustrated);
    await first.says(/illustrations recorded: \d+ of/);
    first.kill('SIGKILL');
    await first.ended;
    const events = [];
    for (const _ of ['second', 'third']) {
      const next = await startServer(illustrated, SAMPLE);
      await stopServer(next);
      events.push(documentOf(await docket(['verify-chain', '--data', illustrated, '--json'])).events);
    }
    expect(events[1]).toBe(events[0]);
    const rows = documentOf(await docket(['rank', '--data', illustrated, '--json'])).rows;
    expect(rows).toHaveLength(244 + 3 + 3 - 4);
  }, 120_000);

  it('a sample that somebody worked on before it was whole: the start says so and serves', async () => {
    const mixed = place.at('mixed');
    const first = loading(mixed);
    await first.says(/rows imported: \d+ of/);
    first.kill('SIGKILL');
    await first.ended;
    const alone = await startServer(mixed);
    const { rows } = await jsonAt(alone, '/api/v1/portfolios');
    const session = await fetch(`${alone.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'p-priya' }),
    });
    const proposed = await fetch(`${alone.address}/api/v1/portfolios/${rows[0].id}/projects`, {
      method: 'POST',
      headers: {
        cookie: session.headers.get('set-cookie')?.split(';')[0] ?? '',
        'content-type': 'application/json',
        'idempotency-key': 'into-the-half-sample',
      },
      body: JSON.stringify({
        name: 'Mine',
        summary: 'Work.',
        sponsor: 'p-maya',
        manager: 'p-priya',
        wholeLifeCost: '1',
        expectedBenefits: '1',
        start: '2027-04-01',
        finish: '2029-03-31',
        department: 'Highways',
      }),
    });
    expect(proposed.status).toBe(201);
    await stopServer(alone);
    const next = await startServer(mixed, SAMPLE);
    expect(next.child.stderr).toContain('is incomplete: loading it was broken off');
    await stopServer(next);
  }, 120_000);

  it('a rebuild: the live read model stays, and the next rebuild is whole', async () => {
    const before = await ask('rank', '--as-of', '2019-12-31');
    const rebuilding = ask('rebuild');
    while (readdirSync(join(data, 'read-model')).filter((name) => /-\d+\.sqlite$/.test(name)).length < 2)
      await aMoment();
    server.child.kill('SIGKILL');
    await server.child.ended;
    const broken = await rebuilding;
    expect([broken.code, documentOf(broken)]).toEqual([1, expect.objectContaining({ code: 'broken-off' })]);
    expect((await ask('rank', '--as-of', '2019-12-31')).stdout).toBe(before.stdout);
    expect((await ask('rebuild')).code).toBe(0);
    expect((await ask('rank', '--as-of', '2019-12-31')).stdout).toBe(before.stdout);
    expect(readdirSync(join(data, 'read-model')).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  }, 120_000);

  it('a backup: without its manifest it is no backup, with it it is a whole one', async () => {
    const outcomes = { whole: 0, refused: 0 };
    for (let attempt = 0; attempt < 3; attempt++) {
      const [to, into] = [place.at(`backup-${attempt}`), place.at(`restored-${attempt}`)];
      server = await startServer(data);
      const asked = ask('backup', to);
      while (!existsSync(join(to, 'events.sqlite'))) await aMoment();
      server.child.kill('SIGKILL');
      await Promise.all([asked, server.child.ended]);
      const restored = await docket(['restore', to, '--data', into, '--json']);
      const verified = await docket(['verify-chain', '--data', into, '--json']);
      const isWhole = existsSync(join(to, 'backup.json'));
      outcomes[isWhole ? 'whole' : 'refused'] += 1;
      expect([restored.code, documentOf(restored).code, documentOf(verified).events > 0]).toEqual(
        isWhole ? [0, undefined, true] : [1, 'backup-refused', false],
      );
    }
    process.stdout.write(
      `3 backups killed: ${outcomes.refused} refused as not whole, ${outcomes.whole} whole\n`,
    );
    expect(outcomes.whole + outcomes.refused).toBe(3);
  }, 120_000);

  it('a restore: what it left is no data, and the next one takes its place', async () => {
    const [to, into] = [place.at('good-backup'), place.at('begun')];
    expect((await ask('backup', to)).code).toBe(0);
    mkdirSync(into);
    cpSync(join(to, 'events.sqlite'), join(into, 'events.sqlite.restoring'));
    expect((await docket(['restore', to, '--data', into, '--json'])).code).toBe(0);
    expect(readdirSync(into).sort()).toEqual(['events.sqlite', 'lock.sqlite', 'records.sqlite']);
  }, 60_000);
});
