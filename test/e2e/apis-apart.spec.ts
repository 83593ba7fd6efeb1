import { notRun } from '@docket/kernel/testing';
import { loadSampleOnce, openSystem, readSettings, SAMPLE_NAME, type System } from '@docket/host';
import { CommandBus } from '@nestjs/cqrs';
import { portfolioIdOf } from '@docket/portfolio';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { Child, documentOf } from './cli.fixture';
import { TestDocket, type Answer } from './docket.fixture';
import { inShort } from './problem.fixture';
import { board, bridge, confidenceModel } from './samples.fixture';
import {
  dropInstallation,
  newInstallation,
  serverAt,
  serverEnvironment,
  NO_SERVERS,
} from './servers.fixture';

const postgres = serverAt('TEST_POSTGRES_URL');
const redis = serverAt('TEST_REDIS_URL');

/** Where the files of the sample lie. */
const SAMPLE = join(__dirname, '../../sample');

const LIST = (projects: number): string =>
  [
    'year,project_number,project_name,department,report_category,colour_rating,start_date,end_date,yearly_budget,yearly_forecast,wlc_baseline_incl_NCG',
    ...[2019, 2020].flatMap((year) =>
      Array.from(
        { length: projects },
        (_, index) => `${year},,Work ${index},DfT,,Amber,2015-01-01,2029-12-31,100,10${index % 10},900`,
      ),
    ),
  ].join('\n');

const story = (postgres: string, redis: string) => {
  const installation = newInstallation();
  let eventStore: ProtocolServer;
  let worker: System;
  let [north, south]: TestDocket[] = [];
  let portfolio: string;

  beforeAll(async () => {
    eventStore = await startProtocolServer();
    const server = serverEnvironment({ eventStore: eventStore.url, postgres, redis, installation });
    worker = await openSystem(
      readSettings({ PORT: '0', ...server }),
      'worker',
      () => undefined,
      () => undefined,
    );
    north = await TestDocket.start({ server, part: 'api' });
    south = await TestDocket.start({ server, part: 'api' });
    const opening = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
    portfolio = (await (await north.as('p-maya')).post('/api/v1/portfolios', opening)).body.id;
  });
  afterAll(async () => {
    await both()[0].stop();
    await both()[1].stop();
    await worker[Symbol.asyncDispose]();
    await eventStore.stop();
    await dropInstallation({ postgres, redis, installation });
  });

  const both = (): readonly [TestDocket, TestDocket] => {
    if (!north || !south) throw new Error('Both are started before.');
    return [north, south];
  };

  type Sent = Readonly<{ to: TestDocket; person: string; path: string; body: object; key: string }>;
  const send = async ({ to, person, path, body, key }: Sent): Promise<Answer> =>
    (await to.as(person)).post(path, body, key);
  const head = () => worker.adapters.store.head();

  type Creation = readonly [what: string, person: string, path: () => string, body: { name: string }];
  const creations: readonly Creation[] = [
    [
      'a portfolio',
      'p-maya',
      () => '/api/v1/portfolios',
      { name: 'Keyed', currency: 'GBP', timeZone: 'UTC' } as { name: string },
    ],
    ['a project', 'p-priya', () => `/api/v1/portfolios/${portfolio}/projects`, { ...bridge, name: 'Keyed' }],
    [
      'a scoring model',
      'p-otto',
      () => `/api/v1/portfolios/${portfolio}/scoring-models`,
      { ...confidenceModel, name: 'Keyed' },
    ],
    ['a body', 'p-otto', () => `/api/v1/portfolios/${portfolio}/bodies`, { ...board, name: 'Keyed' }],
  ];

  it.each(creations)(
    'create %s once, whichever is asked, at once or later, and answer the same',
    async (_, person, path, body) => {
      const sent = { person, path: path(), body, key: randomUUID() };
      const before = await head();
      const first = await Promise.all([...both(), ...both()].map((to) => send({ ...sent, to })));
      const created = await head();
      const later = await Promise.all(both().map((to) => send({ ...sent, to })));
      const answers = [...first, ...later];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(await head()).toBe(created);
      expect(created).not.toBe(before);
    },
  );

  it.each([1, 2, 3, 4, 5])(
    'create one of two names that come under one key, each to another (%i)',
    async (round) => {
      const sent = { person: 'p-maya', path: '/api/v1/portfolios', key: randomUUID() };
      const named = (name: string) => ({ name: `${name} ${round}`, currency: 'GBP', timeZone: 'UTC' });
      const [one, other] = both();
      const answers = await Promise.all([
        send({ ...sent, to: one, body: named('North') }),
        send({ ...sent, to: other, body: named('South') }),
      ]);
      expect(answers.map(inShort).filter((said) => said === '422 idempotency-key-reused')).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    },
  );

  it('take a key for another name at once where the other refused the first', async () => {
    const [one, other] = both();
    const path = `/api/v1/portfolios/${portfolio}/scoring-models`;
    const sent = { person: 'p-otto', path, key: randomUUID() };
    const half = confidenceModel.criteria.map((criterion) => ({ ...criterion, weight: '0.5' }));
    const wrong = { ...confidenceModel, name: 'Half', criteria: half };
    expect(inShort(await send({ ...sent, to: one, body: wrong }))).toBe('422 weights-do-not-sum');
    const right = { ...confidenceModel, name: 'Whole' };
    expect((await send({ ...sent, to: other, body: right })).status).toBe(201);
    expect(inShort(await send({ ...sent, to: one, body: { ...right, name: 'More' } }))).toBe(
      '422 idempotency-key-reused',
    );
  });

  it('record a list once that is imported through both at the same time, and nothing of it again', async () => {
    const importing = () => Promise.all(both().map((one) => one.importList('list.csv', LIST(100), 'Lists')));
    const whole = { rows: 200, recorded: 200, unchanged: 0, doubtful: [] };
    const known = { ...whole, recorded: 0, unchanged: 200 };
    const first = await importing();
    expect(first.map(({ result }) => result)).toContainEqual(whole);
    for (const { result, problem } of first)
      expect([whole, known, 'import-under-way']).toContainEqual(result ?? problem.code);
    const [one, other] = both();
    expect([
      (await one.importList('list.csv', LIST(100), 'Lists')).result,
      (await other.importList('list.csv', LIST(100), 'Lists')).result,
    ]).toEqual([known, known]);
  });

  it('take nothing else into a portfolio while any process imports into it', async () => {
    const [one, other] = both();
    await one.importList('list.csv', LIST(1), 'Held');
    const id = portfolioIdOf('Held');
    const elsewhere = await worker.adapters.leases.take(`history/${id}`);
    const priya = await other.as('p-priya');
    const path = `/api/v1/portfolios/${id}/projects`;
    expect([
      inShort(await priya.post(path, bridge)),
      (await one.importList('list.csv', LIST(1), 'Held')).problem.code,
    ]).toEqual(['503 import-under-way', 'import-under-way']);
    await elsewhere?.resign();
    expect((await one.importList('list.csv', LIST(1), 'Held')).result).toMatchObject({
      recorded: 0,
      unchanged: 2,
    });
    expect((await priya.post(path, bridge)).status).toBe(201);
  });

  it('are beside what the terminal verifies: the numbers of the read model, too', async () => {
    const given = serverEnvironment({ eventStore: eventStore.url, postgres, redis, installation });
    const { whole, proves } = documentOf(await new Child('cli', ['verify-chain', '--json'], given).ended);
    expect([whole, proves]).toEqual([
      true,
      expect.stringMatching(
        /The numbers that the read model has given, 1 to \d+, are those of this log, none of them missing\.$/,
      ),
    ]);
  });
};

/** Two that start together on an empty log, both asked to load the sample. */
const sampleStory = (postgres: string, redis: string) => {
  it('load the sample once, whole, when both are asked to', async () => {
    const installation = newInstallation();
    const eventStore = await startProtocolServer();
    const server = serverEnvironment({ eventStore: eventStore.url, postgres, redis, installation });
    const quiet = () => undefined;
    const both = [await TestDocket.start({ server }), await TestDocket.start({ server, part: 'api' })];
    const notices = await Promise.all(
      both.map(({ running: { system, app } }) => loadSampleOnce(system, app.get(CommandBus), quiet, SAMPLE)),
    );
    expect(notices).toEqual([undefined, undefined]);
    const [docket] = both;
    const head = await docket?.running.system.adapters.store.head();
    await docket?.running.system.waitFor(head ?? '0', 60_000);
    const list = await docket?.visitor.get('/api/v1/portfolios');
    expect(list?.body.rows.map(({ name }: { name: string }) => name)).toEqual([SAMPLE_NAME]);
    const ranking = await docket?.visitor.get(`/api/v1/portfolios/${list?.body.rows[0].id}/ranking`);
    expect(ranking?.body.rows.length).toBeGreaterThan(100);
    for (const one of both.reverse()) await one.stop();
    await eventStore.stop();
    await dropInstallation({ postgres, redis, installation });
  }, 180_000);
};

if (postgres && redis)
  describe('two api processes of one installation', () => {
    story(postgres, redis);
    sampleStory(postgres, redis);
  });
else notRun('processes apart, on servers', NO_SERVERS);
