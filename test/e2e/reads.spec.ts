import type { Answer } from './docket.fixture';
import { carriedConditionally, decidedConditionally } from './conditions.fixture';
import { Office } from './office.fixture';
import { operationsOf, type OpenApi } from './openapi.fixture';
import { inShort } from './problem.fixture';
import { keptBytes, lists, others, P, reads, tables } from './reads.fixture';
import { routeOperations } from './routes.fixture';
import { bridge, today } from './samples.fixture';

/** What an answer says, without the moment it says it at. */
const content = ({ body }: Answer): object => ({ ...body, asOf: undefined });
const withQuery = (path: string, query: Record<string, string>) =>
  `${path}?${new URLSearchParams(query).toString()}`;

describe('a read', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
    const report = { reportedFor: today(), figures: { budget: '1' }, narrative: 'On plan.' };
    await office.done('p-priya', office.aimed('/api/v1/projects/{projectId}/reports'), report);
    const [conditionId = ''] = await decidedConditionally(office, await carriedConditionally(office, 'Ford'));
    office.aimAt(conditionId);
    await office.docket.visitor.get(`/api/v1/portfolios?after=${await office.head()}`);
  });
  afterAll(() => office.close());

  const get = (template: string, query: Record<string, string> = {}) =>
    office.docket.visitor.get(withQuery(office.aimed(template), query));

  it('is one of those that are tried here', async () => {
    const { body } = await office.docket.visitor.get('/api/openapi.json');
    const asked = operationsOf(body as OpenApi).filter(({ operation }) =>
      operation.parameters?.some(({ name }) => name === 'asOf'),
    );
    expect(asked.map(({ name }) => name).sort()).toEqual(
      [...reads, ...tables, ...keptBytes].map((one) => `get ${one}`).sort(),
    );
    expect(asked.every(({ name }) => routeOperations[name] === 'read')).toBe(true);
  });

  it.each(reads)('gives the same by now, token, number, instant and day: %s', async (template) => {
    const now = await get(template);
    expect(now.status).toBe(200);
    const { token, number, at } = now.body.asOf;
    const byToken = await get(template, { asOf: token });
    expect(byToken.text).toBe(now.text);
    for (const asOf of [String(number), at, at.slice(0, 10)])
      expect(content(await get(template, { asOf }))).toEqual(content(now));
  });

  it.each(tables)(
    'that is a table gives the same by now, token, number, instant and day: %s',
    async (template) => {
      const now = await get(template);
      const token = now.headers.get('docket-as-of') ?? '';
      const { at, number } = (await get(P, { asOf: token })).body.asOf;
      expect([now.status, now.text === '']).toEqual([200, false]);
      for (const asOf of [token, String(number), at, at.slice(0, 10)])
        expect((await get(template, { asOf })).text).toBe(now.text);
    },
  );

  it.each(lists)('gives in columns what it gives in rows: %s', async (template) => {
    const rows = await get(template);
    const columns = await get(template, { form: 'columns', asOf: rows.body.asOf.token });
    const names: string[] = columns.body.columns ?? [];
    expect(
      columns.body.rows.map((row: unknown[]) => Object.fromEntries(names.map((name, at) => [name, row[at]]))),
    ).toEqual(rows.body.rows);
    expect([columns.body.total, columns.body.asOf]).toEqual([rows.body.total, rows.body.asOf]);
  });

  it('of the ranking gives in columns what it gives in rows', async () => {
    const rows = await get(`${P}/ranking`);
    const { body } = await get(`${P}/ranking`, { form: 'columns', asOf: rows.body.asOf.token });
    expect(
      body.rows.map((row: unknown[]) =>
        Object.fromEntries(body.columns.map((name: string, at: number) => [name, row[at]])),
      ),
    ).toEqual(rows.body.rows);
  });

  it.each([
    ['projects', '/api/v1/projects/{id}', 'projectId'],
    ['scoring-models', '/api/v1/scoring-models/{id}', 'modelId'],
    ['bodies', '/api/v1/bodies/{id}', 'bodyId'],
    ['motions', '/api/v1/motions/{id}', 'motionId'],
  ] as const)('of one says what the list says of it: %s', async (list, one, id) => {
    const listed = await get(`${P}/${list}`);
    const row = listed.body.rows.find((each: { id: string }) => each.id === office.ids[id]);
    const detail = await office.docket.visitor.get(
      withQuery(office.aimed(one, { id: office.ids[id] }), { asOf: listed.body.asOf.token }),
    );
    expect(content(detail)).toMatchObject(row);
  });

  const malformed: readonly (readonly [string, string, string])[] = [
    ['an asOf that is no moment', 'asOf=yesterday', '400 as-of-malformed'],
    ['an asOf that is empty', 'asOf=', '400 as-of-malformed'],
    ['a day that does not exist', 'asOf=2019-02-30', '400 as-of-malformed'],
    ['a day still to come', 'asOf=2199-01-01', '422 as-of-in-the-future'],
    ['an instant still to come', 'asOf=2199-01-01T00:00:00.000Z', '422 as-of-in-the-future'],
    ['an event beyond the end', 'asOf=999999', '404 as-of-beyond-the-end'],
    ['event 0', 'asOf=0', '400 as-of-malformed'],
    ['two moments', 'asOf=1&asOf=2', '400 fields-invalid'],
    ['a parameter nobody knows', 'asof=1', '400 fields-invalid'],
    ['a position that is none', 'after=soon', '400 fields-invalid'],
    ['two positions', 'after=1&after=2', '400 fields-invalid'],
  ];

  it.each(malformed)('is refused with %s, everywhere', async (_, query, problem) => {
    for (const template of [...reads, ...tables])
      expect(
        `${template} ${inShort(await office.docket.visitor.get(`${office.aimed(template)}?${query}`))}`,
      ).toBe(`${template} ${problem}`);
  });

  it.each([
    ['no rows', 'limit=0'],
    ['too many rows', 'limit=1001'],
    ['half a row', 'limit=1.5'],
    ['rows without number', 'limit=many'],
    ['a form nobody knows', 'form=csv'],
  ])('of a list is refused with %s', async (_, query) => {
    for (const template of lists)
      expect(inShort(await office.docket.visitor.get(`${office.aimed(template)}?${query}`))).toBe(
        '400 fields-invalid',
      );
  });

  it('is refused with the token of another log, or with an altered one', async () => {
    const other = await Office.open();
    const { token } = (await other.docket.visitor.get('/api/v1/portfolios')).body.asOf;
    await other.close();
    expect(inShort(await get(`${P}/projects`, { asOf: token }))).toBe('409 as-of-of-another-log');
    const own: string = (await get(`${P}/projects`)).body.asOf.token;
    expect(inShort(await get(`${P}/projects`, { asOf: `${own.slice(0, 20)}x${own.slice(21)}` }))).toBe(
      '400 as-of-malformed',
    );
  });

  it.each([...others, ...tables].filter((one) => one !== P))(
    'of what nobody knows says so: %s',
    async (template) => {
      const nobodys = '00000000-0000-8000-8000-000000000000';
      const ids = Object.fromEntries(Object.keys(office.ids).map((name) => [name, nobodys]));
      const aimed = office.aimed(template, { ...ids, conditionId: nobodys, number: '999999' });
      expect(inShort(await office.docket.visitor.get(aimed))).toMatch(/^404 [a-z]+-unknown$/);
    },
  );

  it('waits for `after`, and says within 5 seconds that it is behind', async () => {
    const head = BigInt((await office.head())?.split('/')[0] ?? 0);
    const began = Date.now();
    const answer = await get(`${P}/projects`, { after: String(head + 1_000n) });
    expect([inShort(answer), answer.headers.get('retry-after')]).toEqual(['503 read-model-behind', '1']);
    expect(Date.now() - began).toBeLessThan(6_500);
  });

  it('in pages holds together while others write, and gives each row once', async () => {
    const path = office.aimed(`${P}/projects`);
    for (let at = 0; at < 8; at++) await office.create('p-priya', path, { ...bridge, name: `Paged ${at}` });
    const whole = await get(`${P}/projects`, { after: (await office.head()) ?? '' });
    const seen: unknown[] = [];
    let next: string | null = null;
    let page = await get(`${P}/projects`, { limit: '2', asOf: whole.body.asOf.token });
    for (;;) {
      seen.push(...page.body.rows);
      expect([page.body.asOf, page.body.total]).toEqual([whole.body.asOf, whole.body.total]);
      next = page.body.next;
      if (next === null) break;
      await office.create('p-priya', path, { ...bridge, name: `Between the pages ${seen.length}` });
      page = await get(`${P}/projects`, { limit: '2', cursor: next });
    }
    expect(seen).toEqual(whole.body.rows);
  });

  it('refuses a cursor of another list, of another choice, of another moment, or of nobody', async () => {
    const { next } = (await get(`${P}/projects`, { limit: '1' })).body;
    const forged = Buffer.from(JSON.stringify(['9', 0])).toString('base64url');
    const answers = await Promise.all([
      get(`${P}/motions`, { cursor: next }),
      get(`${P}/projects`, { cursor: next, status: 'all' }),
      get(`${P}/projects`, { cursor: next, asOf: '2026-01-01' }),
      get(`${P}/projects`, { cursor: forged }),
      get(`${P}/projects`, { cursor: 'x' }),
    ]);
    expect(answers.map(inShort)).toEqual(answers.map(() => '400 cursor-malformed'));
    expect((await get(`${P}/projects`, { cursor: next })).status).toBe(200);
  });

  it.each([...reads, ...tables])('that is known already is not sent again: %s', async (template) => {
    const first = await get(template);
    const etag = first.headers.get('etag') ?? '';
    const again = await office.docket.visitor.ask('GET', office.aimed(template), {
      headers: { 'if-none-match': `"other", W/${etag}` },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('has another ETag once something else is to be said, and one that a write takes', async () => {
    const otto = await office.as('p-otto');
    const id = await office.create('p-otto', office.aimed(`${P}/projects`), {
      ...bridge,
      name: 'First name',
    });
    const path = `/api/v1/projects/${id}`;
    const { visitor } = office.docket;
    const before = await visitor.get(`${path}?after=${await office.head()}`);
    const headers = { 'if-match': before.headers.get('etag') ?? '' };
    const revise = (name: string) =>
      otto.write('PUT', `${path}/business-case`, { ...bridge, name }, undefined, headers);
    const written = await revise('Renamed');
    const after = await visitor.get(`${path}?after=${written.body.position}`);
    expect([written.status, after.headers.get('etag') === before.headers.get('etag')]).toEqual([200, false]);
    expect(after.headers.get('etag')?.startsWith(`"${written.body.revision}.`)).toBe(true);
    expect(inShort(await revise('Again'))).toBe('412 revision-mismatch');
  });

  it('shows with each ETag what stood at that revision, while others write', async () => {
    const otto = await office.as('p-otto');
    const id = await office.create('p-otto', office.aimed(`${P}/projects`), {
      ...bridge,
      name: 'Revision 0',
    });
    const writing = (async () => {
      for (let at = 1; at <= 30; at++)
        await otto.write('PUT', `/api/v1/projects/${id}/business-case`, {
          ...bridge,
          name: `Revision ${at}`,
        });
    })();
    await office.docket.visitor.get(`/api/v1/projects/${id}?after=${await office.head()}`);
    const seen: string[] = [];
    for (let at = 0; at < 60; at++) {
      const { headers, body } = await office.docket.visitor.get(`/api/v1/projects/${id}`);
      seen.push(`${body.name} ${headers.get('etag')?.slice(1).split('.')[0]}`);
    }
    await writing;
    expect(seen.filter((one) => !/^Revision (\d+) \1$/.test(one))).toEqual([]);
  });
});
