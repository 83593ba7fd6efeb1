import { openSqliteEventStore } from '@docket/event-store';
import type { EventStore, StoredEvent } from '@docket/kernel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestDocket } from './docket.fixture';
import { choices, deeds, World } from './random-life.fixture';

const LIST = 'gmpp-sample.csv';
const PEOPLE = ['p-maya', 'p-otto', 'p-priya', 'p-sam', 'p-chen', 'p-bea', 'p-dina'];

/** Nine years of imported history in one portfolio, and a life that people led at random in another. */
export const liveAtRandom = async (docket: TestDocket, seed: number, deedsDone: number): Promise<void> => {
  await docket.importList(LIST, readFileSync(join(__dirname, '../../sample', LIST), 'utf8'));
  const c = choices(seed);
  const people = new Map(
    await Promise.all(PEOPLE.map(async (name) => [name, await docket.as(name)] as const)),
  );
  const opened = await people
    .get('p-maya')
    ?.post('/api/v1/portfolios', { name: `Seed ${seed}`, currency: 'GBP', timeZone: 'UTC' });
  const world = new World(opened?.body.id, people);
  for (let deed = 0; deed < deedsDone; deed += 1) await c.pick(deeds)(c, world);
  await docket.visitor.get(`/api/v1/portfolios?after=${world.position}`);
};

/** Random moments of a log: its numbers, and days of the history that was imported. */
export const momentsOf = (seed: number, last: number, count: number): readonly string[] => {
  const c = choices(seed);
  const day = () => new Date(Date.UTC(2014, 0, 1) + c.below(3_650) * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, at) => (at % 2 === 0 ? String(1 + c.below(last)) : day()));
};

/** What names the log itself, and nothing else: the id, and the token, which holds it. */
const withoutLog = (text: string): string =>
  text.replace(/"token":"[^"]*"/g, '"token":"…"').replace(/"log":"[^"]*"/g, '"log":"…"');

/** The ranking of every portfolio at each of these moments, byte for byte but for the log. */
export const rankingsAt = async (
  docket: TestDocket,
  moments: readonly string[],
): Promise<readonly string[]> => {
  const { body } = await docket.visitor.get('/api/v1/portfolios');
  const answers: string[] = [];
  for (const { id } of body.rows)
    for (const asOf of moments) {
      const { status, text } = await docket.visitor.get(`/api/v1/portfolios/${id}/ranking?asOf=${asOf}`);
      answers.push(`${status} ${withoutLog(text)}`);
    }
  return answers;
};

/** Every event of a log as it lies there, without where its store keeps it. */
export const storedIn = async (store: EventStore): Promise<readonly string[]> => {
  const events: string[] = [];
  const stop = new AbortController();
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'caught-up') break;
    events.push(asStored(message.event));
  }
  stop.abort();
  return events;
};

const asStored = ({ stream, revision, id, type, bytes }: StoredEvent): string =>
  `${stream} ${revision} ${id} ${type} ${Buffer.from(bytes).toString('base64')}`;

/** Every event of the log in a folder that nobody serves. */
export const storedInFolder = async (folder: string, installation = 'docket'): Promise<readonly string[]> => {
  const store = await openSqliteEventStore({ file: join(folder, 'events.sqlite'), installation });
  try {
    return await storedIn(store);
  } finally {
    await store.close();
  }
};
