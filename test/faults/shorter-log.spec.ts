import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Child, docket, documentOf, Place, startServer, stopServer } from '../e2e/cli.fixture';
import { Writers } from './writers.fixture';

describe('an older, shorter log that somebody put under a read model', () => {
  const place = new Place();
  const [data, backup] = [place.at('data'), place.at('backup')];
  const ask = (...words: string[]) => docket([...words, '--data', data, '--json']);
  let list = '';
  let before = '';
  afterAll(() => place.remove());

  /** The files of the log give way to the one of a backup. */
  const putBack = (): void => {
    for (const name of readdirSync(data)) if (name.startsWith('events.sqlite')) rmSync(join(data, name));
    cpSync(join(backup, 'events.sqlite'), join(data, 'events.sqlite'));
  };

  it('is not served: the start says so, and what would help; a command says the same', async () => {
    const writers = new Writers(4);
    const server = await startServer(data);
    await writers.begin(server.address);
    await writers.writeSome(server.address, 20);
    list = `/api/v1/portfolios/${writers.portfolioId}/projects?limit=1000`;
    expect((await ask('backup', backup)).code).toBe(0);
    before = (await ask('replay', list)).stdout;
    await writers.writeSome(server.address, 20);
    await stopServer(server);
    putBack();
    const { code, stderr } = await new Child('api', [], { PORT: '0', DOCKET_DATA: data }).ended;
    const said = `The read model in ${join(data, 'read-model')} was built from another log than ${join(data, 'events.sqlite')}`;
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    const ranked = await ask('rank');
    expect([ranked.code, documentOf(ranked)]).toEqual([
      1,
      expect.objectContaining({ code: 'read-model-unusable', detail: expect.stringContaining(said) }),
    ]);
  }, 60_000);

  it('is found out by verify-chain, too: the numbers given are not those of this log', async () => {
    const verified = await ask('verify-chain');
    const { whole, faults } = documentOf(verified);
    expect([verified.code, whole, faults.length > 0]).toEqual([1, false, true]);
  });

  it('is served once what was said to help is done: it answers as it did when it was that long', async () => {
    rmSync(join(data, 'read-model'), { recursive: true });
    const server = await startServer(data);
    const replayed = await ask('replay', list);
    await stopServer(server);
    expect(replayed.code).toBe(0);
    expect(documentOf(replayed).rows).toEqual(JSON.parse(before).rows);
    expect(documentOf(await ask('verify-chain'))).toMatchObject({ whole: true });
  }, 60_000);

  it('is found out also where it has become longer again with other events', async () => {
    const writers = new Writers(4, 1_000);
    putBack();
    rmSync(join(data, 'read-model'), { recursive: true });
    const server = await startServer(data);
    await writers.begin(server.address, 'Another city');
    await writers.writeSome(server.address, 60);
    await stopServer(server);
    const longer = place.at('longer');
    cpSync(join(data, 'read-model'), longer, { recursive: true });
    putBack();
    rmSync(join(data, 'read-model'), { recursive: true });
    const other = await startServer(data);
    const others = new Writers(4, 2_000);
    await others.begin(other.address, 'A third city');
    await others.writeSome(other.address, 90);
    await stopServer(other);
    rmSync(join(data, 'read-model'), { recursive: true });
    cpSync(longer, join(data, 'read-model'), { recursive: true });
    const { code, stderr } = await new Child('api', [], { PORT: '0', DOCKET_DATA: data }).ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('was built from another log than')]);
  }, 60_000);
});
