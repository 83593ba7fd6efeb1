import { loadSample, SAMPLE_NAME } from '@docket/host';
import { CommandBus } from '@nestjs/cqrs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestDocket } from './docket.fixture';
import { loadInto, loadWhole, recorded, within } from './sample-boards.fixture';
import { bridge } from './samples.fixture';

const LISTS = readFileSync(join(__dirname, '../../sample/gmpp-sample.csv'), 'utf8');

/** With so many commands of the people of the sample everything is illustrated but decisions. */
const ILLUSTRATED = 67;

const bodies = async (docket: TestDocket) => (await docket.visitor.get(`${within}/bodies`)).body.rows;

const goLive = async (docket: TestDocket) => {
  const priya = await docket.as('p-priya');
  expect((await priya.post(`${within}/projects`, bridge)).status).toBe(201);
};

describe('a first start that is broken off while it illustrates', () => {
  const opened: TestDocket[] = [];
  const empty = async (): Promise<TestDocket> => {
    const docket = await TestDocket.start();
    opened.push(docket);
    return docket;
  };
  afterEach(async () => {
    for (const docket of opened.splice(0)) await docket.stopAndForget();
  });

  it('is completed by the next one, and nothing stands twice', async () => {
    const [whole, broken] = [await empty(), await empty()];
    await loadInto(whole);
    for (const commands of [0, 5, 20, 40, 66])
      await expect(loadInto(broken, { commands })).rejects.toThrow('cut off');
    for (const steps of [1, 30, 43, 44, 92, 94, 95, 129, 219, 271, 272, 324])
      await expect(loadInto(broken, { steps })).rejects.toThrow('cut off');
    expect(await loadInto(broken)).toBeUndefined();
    const expected = await recorded(whole.running.system);
    expect(expected).toMatchObject({ ObjectiveAdded: 4, ProjectProposed: 3 + 5 });
    expect(await recorded(broken.running.system)).toEqual(expected);
  }, 120_000);

  it('stays as it is where somebody has worked on it since, and says so', async () => {
    const docket = await empty();
    await expect(loadInto(docket, { commands: 20 })).rejects.toThrow('cut off');
    await goLive(docket);
    expect(await loadInto(docket)).toContain('is incomplete: loading it was broken off');
  }, 60_000);

  it('stays as it is, and says so, where that happened amid the decisions', async () => {
    const docket = await empty();
    await expect(loadInto(docket, { steps: 40 })).rejects.toThrow('cut off');
    await goLive(docket);
    expect(await loadInto(docket)).toContain('is incomplete: loading it was broken off');
  }, 60_000);
});

describe('a sample that is whole', () => {
  it('is found so without a look at its files', async () => {
    const docket = await loadWhole();
    const { app, system } = docket.running;
    expect(await loadSample(system, app.get(CommandBus), () => undefined, '/nowhere')).toBeUndefined();
    await docket.stopAndForget();
  }, 60_000);
});

describe('a sample that an earlier Docket left without decisions', () => {
  let docket: TestDocket;
  beforeEach(async () => {
    docket = await TestDocket.start();
    await expect(loadInto(docket, { commands: ILLUSTRATED })).rejects.toThrow('cut off');
    expect(await bodies(docket)).toEqual([]);
  }, 60_000);
  afterEach(() => docket.stopAndForget());

  it('gets them while nobody has worked on it', async () => {
    expect(await loadInto(docket)).toBeUndefined();
    await recorded(docket.running.system);
    expect(await bodies(docket)).toHaveLength(3);
  });

  it('stays whole as it is, and says nothing, once somebody has', async () => {
    await goLive(docket);
    expect(await loadInto(docket)).toBeUndefined();
    expect(await bodies(docket)).toEqual([]);
  });

  it('stays so, too, once its history has gone on behind them', async () => {
    const next = `${LISTS.split('\n')[0]}\n2024,,HS2 Phase 1,DFT,,Red,2009-01-14,,0,0,\n`;
    expect((await docket.importList('list-2024.csv', next, SAMPLE_NAME)).result).toMatchObject({
      recorded: 1,
    });
    expect(await loadInto(docket)).toBeUndefined();
    expect(await bodies(docket)).toEqual([]);
  });
});
