import { verifyChain } from '@docket/audit';
import { openSqliteEventStore } from '@docket/event-store';
import {
  sha256,
  withoutWords,
  type EventStore,
  type ExpectedRevision,
  type StoredEvent,
} from '@docket/kernel';
import { mkdirSync } from 'node:fs';
import { docket, documentOf, Place } from './cli.fixture';
import { TestDocket } from './docket.fixture';

const SUMMARY = 'Replace the bearings that Mr Ostrander of 12 Hill Road complained about.';

const bridge = {
  name: 'North bridge renewal',
  summary: SUMMARY,
  sponsor: 'p-maya',
  manager: 'p-priya',
  wholeLifeCost: '12500000',
  expectedBenefits: '18000000',
  start: '2027-04-01',
  finish: '2029-03-31',
  department: 'Highways',
};

const everything = async (store: EventStore): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  const stop = new AbortController();
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'caught-up') break;
    events.push(message.event);
  }
  stop.abort();
  return events;
};

const textOf = ({ bytes }: StoredEvent): string => Buffer.from(bytes).toString('utf8');
const factsHash = (event: StoredEvent): string => sha256(textOf(event).split('\n')[0]!);
const openLog = (folder: string) =>
  openSqliteEventStore({ file: `${folder}/events.sqlite`, installation: 'docket' });

describe('a log copied without the words of one event', () => {
  const place = new Place();
  const [origin, copy] = [place.at('origin'), place.at('copy')];
  let project: string;
  let named: string;
  let before: StoredEvent[];
  let after: StoredEvent[];

  beforeAll(async () => {
    const original = await TestDocket.start({ folder: origin });
    const [maya, priya] = [await original.as('p-maya'), await original.as('p-priya')];
    const city = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
    const { body: portfolio } = await maya.post('/api/v1/portfolios', city);
    ({
      body: { id: project },
    } = await priya.post(`/api/v1/portfolios/${portfolio.id}/projects`, bridge));
    await priya.post(`/api/v1/projects/${project}/reports`, {
      reportedFor: new Date().toISOString().slice(0, 10),
      figures: { budget: '100', forecast: '110' },
      narrative: 'Bearings late.',
    });
    await original.stop();

    mkdirSync(copy);
    const [from, to] = [await openLog(origin), await openLog(copy)];
    before = await everything(from);
    named = before.find((event) => textOf(event).includes('Ostrander'))!.id;
    const revisions = new Map<string, ExpectedRevision>();
    for (const event of before) {
      const copied = event.id === named ? withoutWords(event) : event;
      await to.append(event.stream, [copied], revisions.get(event.stream) ?? 'no-stream');
      revisions.set(event.stream, event.revision);
    }
    after = await everything(to);
    await from.close();
    await to.close();
  }, 60_000);
  afterAll(() => place.remove());

  it('keeps its chain', async () => {
    const log = await openLog(copy);
    expect(await verifyChain({ store: log })).toMatchObject({
      whole: true,
      events: before.length,
      faults: [],
    });
    await log.close();
    const verified = await docket(['verify-chain', '--data', copy, '--json']);
    expect([verified.code, documentOf(verified).whole]).toEqual([0, true]);
  });

  it('keeps the facts of every event byte for byte', () =>
    expect(after.map(factsHash)).toEqual(before.map(factsHash)));

  it('holds the words of every other event, and of that one none', () => {
    const differing = after.filter((event, index) => textOf(event) !== textOf(before[index]!));
    expect(differing.map(({ id }) => id)).toEqual([named]);
    expect(after.map(textOf).join('')).not.toContain('Ostrander');
    expect(textOf(differing[0]!).split('\n')[1]).toBe('{}');
  });

  it('is a log of its own', async () => {
    const [from, to] = [await openLog(origin), await openLog(copy)];
    expect(await to.logId()).not.toBe(await from.logId());
    await from.close();
    await to.close();
  });

  it('can be read and rebuilt: where the words stood, it says that they were redacted', async () => {
    const copied = await TestDocket.start({ folder: copy });
    const shown = async () => (await copied.visitor.get(`/api/v1/projects/${project}`)).text;
    const first = await shown();
    expect(first).toContain('[words redacted]');
    expect(first).toContain('Bearings late.');
    expect(await copied.work('rebuild')).toEqual({ result: { events: before.length } });
    const { asOf: _, ...rebuilt } = JSON.parse(await shown());
    const { asOf: __, ...live } = JSON.parse(first);
    expect(rebuilt).toEqual(live);
    await copied.stop();
  });
});
