import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Child, docket, documentOf, Place, SMALL_LIST, startServer, stopServer } from '../e2e/cli.fixture';
import { Disk, fates } from './disk.fixture';
import { Chance } from './chance.fixture';
import { eventsIn } from './writers.fixture';
import { needStrace, readTrace, tracedInto } from './write-trace.fixture';

/** What is left when the power goes once everything was done: what was synced, and nothing else. */
const leftOf = async (trace: string, root: string, to: string): Promise<string> => {
  const disk = new Disk(root);
  for (const step of await readTrace(trace, root)) disk.take(step);
  const dropped = fates['all dropped'];
  if (dropped) disk.leave(to, dropped(new Chance(1)));
  return to;
};

const bytesIn = async (data: string): Promise<readonly string[]> =>
  (await eventsIn(data)).map(({ bytes }) => Buffer.from(bytes).toString('utf8'));

describe('a power loss right after it was said to be done', () => {
  const place = new Place();
  const list = place.file('list.csv', SMALL_LIST);
  const root = place.at('root');
  let events: readonly string[] = [];
  beforeAll(needStrace, 300_000);
  afterAll(() => place.remove());

  it('leaves a backup whole: it restores to the same events', async () => {
    mkdirSync(root);
    const [data, trace] = [join(root, 'data'), place.at('backup.trace')];
    const server = await startServer(data, {}, tracedInto(trace));
    expect((await docket(['import', 'gmpp', list, '--data', data, '--json'])).code).toBe(0);
    const backup = await docket(['backup', join(root, 'kept'), '--data', data, '--json']);
    expect(backup.code).toBe(0);
    server.child.kill('SIGKILL');
    await server.child.ended;
    const left = await leftOf(trace, root, place.at('left'));
    events = await bytesIn(data);
    const restored = await docket(['restore', join(left, 'kept'), '--data', place.at('restored'), '--json']);
    expect([restored.code, await bytesIn(place.at('restored'))]).toEqual([0, events]);
    expect(events.length).toBeGreaterThan(5);
  }, 60_000);

  it('leaves what was restored', async () => {
    const [again, trace] = [place.at('again'), place.at('restore.trace')];
    mkdirSync(again);
    const words = ['restore', join(root, 'kept'), '--data', join(again, 'data'), '--json'];
    const restored = await new Child('cli', words, {}, 60, undefined, tracedInto(trace)).ended;
    expect([restored.code, documentOf(restored)]).toEqual([
      0,
      expect.objectContaining({ log: expect.any(String) }),
    ]);
    const left = await leftOf(trace, again, place.at('left-again'));
    const names = readdirSync(join(left, 'data')).filter((name) => /^(events|records)\.sqlite$/.test(name));
    expect(names.sort()).toEqual(['events.sqlite', 'records.sqlite']);
    expect(await bytesIn(join(left, 'data'))).toEqual(events);
    const server = await startServer(join(left, 'data'));
    expect((await stopServer(server)).code).toBe(0);
  }, 60_000);
});
