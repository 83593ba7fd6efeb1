import { projections } from '@docket/host';
import { canonicalJson } from '@docket/kernel';
import { randomInt } from 'node:crypto';
import { TestDocket } from './docket.fixture';
import { gateDeeds } from './random-gates.fixture';
import { choices, deeds, World } from './random-life.fixture';

/** Every row of every table at these numbers, as one text. */
const everything = async ({ running }: TestDocket, numbers: readonly number[]): Promise<string> => {
  const readModel = running.system.live.current();
  const parts: string[] = [];
  for (const number of numbers)
    for (const { table } of projections) {
      const rows = await readModel.rowsAsOf(table, number);
      parts.push(
        `${table.name}@${number} ${canonicalJson([...rows].sort((a, b) => (a.key < b.key ? -1 : 1)))}`,
      );
    }
  return parts.join('\n');
};

describe('live equals rebuilt', () => {
  let docket: TestDocket;
  beforeAll(async () => {
    docket = await TestDocket.start();
  });
  afterAll(() => docket.stopAndForget());

  it('over a history that people made at random, at every tenth number of it', async () => {
    const seed = randomInt(2 ** 31);
    const c = choices(seed);
    const names = ['p-maya', 'p-otto', 'p-priya', 'p-sam', 'p-chen', 'p-bea', 'p-dina'];
    const people = new Map(
      await Promise.all(names.map(async (name) => [name, await docket.as(name)] as const)),
    );
    const opened = await people
      .get('p-maya')
      ?.post('/api/v1/portfolios', { name: `Seed ${seed}`, currency: 'GBP', timeZone: 'UTC' });
    const world = new World(opened?.body.id, people);
    for (let deed = 0; deed < 1_200; deed++) await c.pick([...deeds, ...gateDeeds])(c, world);
    await docket.visitor.get(`/api/v1/portfolios?after=${world.position}`);

    const { number: end } = await docket.running.system.live.current().checkpoint();
    const numbers = Array.from({ length: Math.ceil(end / 10) }, (_, index) =>
      Math.min(end, (index + 1) * 10),
    );
    const live = await everything(docket, numbers);
    const { answer: replayed } = await docket.running.system.replay(
      () => everything(docket, numbers),
      () => undefined,
    );
    expect({ seed, same: replayed === live }).toEqual({ seed, same: true });
    await docket.work('rebuild');
    expect({ seed, same: (await everything(docket, numbers)) === live }).toEqual({ seed, same: true });
    expect(end).toBeGreaterThan(100);
  }, 120_000);
});
