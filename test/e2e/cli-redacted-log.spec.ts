import { openSqliteEventStore } from '@docket/event-store';
import { open, type StoredEvent } from '@docket/kernel';
import { docket, documentOf, Place } from './cli.fixture';
import { carriedConditionally, decidedConditionally } from './conditions.fixture';
import { TestDocket } from './docket.fixture';
import { liveOn } from './lived-office.fixture';
import { Office } from './office.fixture';
import { walkFrom } from './page-links.fixture';
import { reads } from './reads.fixture';
import { bridge } from './samples.fixture';

const WHY = 'Erasure request 12/2026.';
const GONE = `[words redacted by p-otto: ${WHY}]`;

const everything = async (folder: string): Promise<readonly StoredEvent[]> => {
  const store = await openSqliteEventStore({ file: `${folder}/events.sqlite`, installation: 'docket' });
  const events: StoredEvent[] = [];
  const stop = new AbortController();
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'caught-up') break;
    events.push(message.event);
  }
  stop.abort();
  await store.close();
  return events;
};

const linesOf = ({ bytes }: StoredEvent): readonly string[] =>
  Buffer.from(bytes).toString('utf8').split('\n');

/** Every free text of an event, as somebody wrote it. */
const textsIn = (event: StoredEvent): readonly string[] => {
  const { data, worded } = open(event);
  return worded.map((field) => String(data[field]));
};

describe('a log copied without any word that was ever written in it', () => {
  const place = new Place();
  const [origin, folder] = [place.at('origin'), place.at('redacted')];
  let before: readonly StoredEvent[];
  let named: readonly number[];
  let copy: TestDocket;
  let aimed: (template: string) => string;

  beforeAll(async () => {
    const office = await Office.open(() => TestDocket.start({ folder: origin }));
    await liveOn(office);
    await office.oneStandsAbove();
    const [conditionId = ''] = await decidedConditionally(office, await carriedConditionally(office, 'Ford'));
    office.aimAt(conditionId);
    await office.done('p-priya', `/api/v1/conditions/${conditionId}/evidence`, { evidence: 'Report 118.' });
    await office.done('p-otto', `/api/v1/projects/${office.ids.projectId}/must-have`, { reason: 'The law.' });
    const risks = [{ id: 'law', description: 'The law is late.', probability: 2, impact: 3 }];
    const risky = await office.create('p-priya', office.aimed('/api/v1/portfolios/{portfolioId}/projects'), {
      ...bridge,
      ...{ name: 'Town hall', risks },
    });
    aimed = (template) => office.aimed(template, { risky });
    await office.docket.stop();
    before = await everything(origin);
    named = before.flatMap((event, index) => (open(event).worded.length > 0 ? [index + 1] : []));
    const list = place.file('list', named.map((number) => `${number} p-otto ${WHY}\n`).join(''));
    const ended = await docket(['copy-log', '--from', origin, '--to', folder, '--redact', list, '--json']);
    expect(documentOf(ended).redacted.map(({ number }: { number: number }) => number)).toEqual(named);
    copy = await TestDocket.start({ folder });
  }, 60_000);
  afterAll(async () => {
    await copy.stop();
    await place.remove();
  });

  it('keeps the facts of every event byte for byte, and has every redaction on record behind them', async () => {
    const after = await everything(folder);
    expect(after.slice(0, before.length).map((event) => linesOf(event)[0])).toEqual(
      before.map((event) => linesOf(event)[0]),
    );
    expect(after.slice(before.length).map((event) => open(event).data)).toEqual(
      named.map((number) => {
        const { id, stream, revision } = before[number - 1]!;
        const fields = open(before[number - 1]!).worded;
        return { eventId: id, stream, revision, fields, by: 'p-otto', why: WHY };
      }),
    );
    expect(named.length).toBeGreaterThan(20);
  });

  it('is whole by its chain, and live equals rebuilt and replayed', async () => {
    expect(await copy.work('verify-chain')).toMatchObject({ result: { whole: true, faults: [] } });
    const path = aimed('/api/v1/portfolios/{portfolioId}/ranking');
    expect(await copy.work('replay', { path })).toMatchObject({ result: { status: 200, same: true } });
    expect(await copy.work('rebuild')).toEqual({ result: { events: before.length + named.length } });
  });

  it.each(reads)(
    'answers %s, and where words stood it says by whom and why they are gone',
    async (template) => {
      const { status, text } = await copy.visitor.get(aimed(template));
      expect(status).toBe(200);
      const written = before.flatMap(textsIn).filter((one) => one.length > 8);
      expect(written.filter((one) => text.includes(JSON.stringify(one)))).toEqual([]);
    },
  );

  it.each([
    ['the case of a project', '/api/v1/projects/{projectId}', ['description']],
    ['the risks of a case', '/api/v1/projects/{risky}', ['businessCase', 'risks', 0, 'description']],
    ['the question of a motion', '/api/v1/motions/{motionId}', ['question']],
    ['the rationale of a decision', '/api/v1/motions/{motionId}', ['decision', 'rationale']],
    ['the narrative of a report', '/api/v1/projects/{projectId}/reports/{day}', ['narrative']],
  ])('says so of %s', async (_, template, path) => {
    const { body } = await copy.visitor.get(aimed(template));
    expect(path.reduce((value, step) => value?.[step], body)).toBe(GONE);
  });

  it('says so on every page, of which none leads nowhere', async () => {
    const { pages, faults } = await walkFrom(copy, '/');
    expect(faults).toEqual([]);
    const told = [...pages.values()].filter((page) => page.includes(GONE));
    expect(told.length).toBeGreaterThan(3);
  }, 60_000);

  it('has none of the bytes a body saw, which would tell the words; that they were kept is on record', async () => {
    const { kept } = (await copy.visitor.get(aimed('/api/v1/motions/{motionId}/capsule'))).body;
    expect([kept.bytes, kept.differences]).toEqual(['missing', null]);
    const { status, body } = await copy.visitor.get(aimed('/api/v1/motions/{motionId}/capsule/kept'));
    expect([status, body.code]).toEqual([404, 'capsule-missing']);
  });

  it('takes commands further: what is decided stands on facts', async () => {
    const priya = await copy.as('p-priya');
    const answer = await priya.post(aimed('/api/v1/projects/{projectId}/contributions'), {
      objectiveId: aimed('{objectiveId}'),
      level: 2,
      reason: 'Lifts two of the limits.',
    });
    expect(answer.status).toBe(200);
  });

  it('shows in a terminal what became of an event, and the record of it', async () => {
    const server = copy.running.address;
    expect(server).toContain('127.0.0.1');
    const ask = async (number: number) => (await docket(['event', String(number), '--data', folder])).stdout;
    const told = (text: string) => text.replace(/\s+/g, ' ');
    expect(told(await ask(named[0]!))).toContain(GONE);
    const record = told(await ask(before.length + 1));
    expect(record).toContain('WordsRedacted.v1');
    expect(record).toContain(`why: ${WHY}`);
    expect(record).toContain(before[named[0]! - 1]!.id);
  });

  it('is no copy that can be gone on with by another list', async () => {
    const other = place.file('other', '1 p-otto So.\n');
    const ended = await docket([
      'copy-log',
      '--from',
      origin,
      '--to',
      place.at('none'),
      '--redact',
      other,
      '--json',
    ]);
    expect([ended.code, documentOf(ended).code]).toEqual([1, 'redactions-refused']);
  });
});
