import { reachOf, samplePeople, operator, visitor } from '@docket/identity';
import { Office } from './office.fixture';
import { operationsOf, type OpenApi } from './openapi.fixture';
import { inShort } from './problem.fixture';
import { routeOperations } from './routes.fixture';
import { bridge, today } from './samples.fixture';

const NOBODYS = {
  portfolioId: '00000000-0000-8000-8000-000000000000',
  projectId: '00000000-0000-8000-8000-000000000001',
  modelId: '00000000-0000-8000-8000-000000000002',
  bodyId: '00000000-0000-8000-8000-000000000003',
  motionId: '00000000-0000-8000-8000-000000000004',
  nodeId: '00000000-0000-8000-8000-000000000005',
  objectiveId: '00000000-0000-8000-8000-000000000006',
  assessmentId: '00000000-0000-8000-8000-000000000007',
  grantId: '00000000-0000-8000-8000-000000000008',
  conditionId: '00000000-0000-8000-8000-000000000009',
};

describe('rights', () => {
  let office: Office;
  let document: OpenApi;
  beforeAll(async () => {
    office = await Office.open();
    document = (await office.docket.visitor.get('/api/openapi.json')).body;
  });
  afterAll(() => office.close());

  it('every route of the document is one whose operation was written down', () =>
    expect(
      operationsOf(document)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(routeOperations).sort()));

  describe.each([visitor, operator, ...samplePeople])('$id', (person) => {
    it('is let through each door that the table of rights opens, and no other', async () => {
      const caller = await office.as(person.id);
      const before = await office.head();
      const wrong: string[] = [];
      for (const [name, operation] of Object.entries(routeOperations)) {
        const [method = '', template = ''] = name.split(' ');
        const isSafe = method === 'get' || operation === 'open-session';
        const answer = await caller.ask(method.toUpperCase(), office.aimed(template, NOBODYS), {
          ...(isSafe ? {} : { body: { surprise: 1 } }),
          headers: { 'idempotency-key': crypto.randomUUID() },
        });
        const refused = person === visitor ? '401 session-missing' : '403 not-allowed';
        const mayPass = reachOf(person.roles, operation) !== 'nothing';
        const told = answer.status >= 400 ? inShort(answer) : `${answer.status}`;
        if (mayPass ? /^40[13]/.test(told) : told !== refused) wrong.push(`${name}: ${told}`);
      }
      expect(wrong).toEqual([]);
      expect(await office.head()).toBe(before);
    });
  });

  describe('a right to one’s own projects', () => {
    let others: string;
    let own: string;
    beforeAll(async () => {
      const path = `/api/v1/portfolios/${office.ids.portfolioId}/projects`;
      const somebody = { ...bridge, sponsor: 'p-maya', manager: 'p-priya' };
      others = await office.create('p-otto', path, { ...somebody, name: 'Of others' });
      own = await office.create('p-otto', path, { ...somebody, name: 'Of Sam', manager: 'p-sam' });
    });

    const writes = [
      ['put', 'business-case', bridge],
      ['post', 'reports', { reportedFor: today(), figures: {} }],
      ['put', `reports/${today()}`, { figures: { budget: '1' }, reason: 'Mistyped.' }],
      ['post', 'withdrawal', { reason: 'Superseded.' }],
    ] as const;

    it.each(writes)('does not reach those of others: %s %s', async (method, part, body) => {
      const before = await office.head();
      const sam = await office.as('p-sam');
      expect(inShort(await sam.write(method.toUpperCase(), `/api/v1/projects/${others}/${part}`, body))).toBe(
        '403 not-yours',
      );
      expect(await office.head()).toBe(before);
    });

    it.each(writes)('reaches one’s own: %s %s', async (method, part, body) => {
      const sam = await office.as('p-sam');
      const given = part === 'business-case' ? { ...bridge, manager: 'p-sam' } : body;
      expect((await sam.write(method.toUpperCase(), `/api/v1/projects/${own}/${part}`, given)).status).toBe(
        200,
      );
    });

    it('ends when the project is handed to somebody else', async () => {
      const path = `/api/v1/portfolios/${office.ids.portfolioId}/projects`;
      const project = await office.create('p-otto', path, {
        ...bridge,
        name: 'Handed over',
        manager: 'p-sam',
      });
      const sam = await office.as('p-sam');
      const handed = await sam.write('PUT', `/api/v1/projects/${project}/business-case`, {
        ...bridge,
        name: 'Handed over',
      });
      expect(handed.status).toBe(200);
      const answer = await sam.post(`/api/v1/projects/${project}/reports`, {
        reportedFor: today(),
        figures: {},
      });
      expect(inShort(answer)).toBe('403 not-yours');
    });
  });
});
