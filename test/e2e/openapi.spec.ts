import { carriedConditionally, decidedConditionally } from './conditions.fixture';
import { leaveDeadJob } from './dead-job.fixture';
import { liveThroughGates } from './gates.fixture';
import { decidedByLead, leadUnder } from './delegation.fixture';
import { Office } from './office.fixture';
import { keysIn, operationsOf, refsIn, shapeOf, type OpenApi } from './openapi.fixture';
import { liveOn } from './lived-office.fixture';

describe('the OpenAPI document', () => {
  let office: Office;
  let document: OpenApi;
  let operations: ReturnType<typeof operationsOf>;
  beforeAll(async () => {
    office = await Office.open();
    document = (await office.docket.visitor.get('/api/openapi.json')).body;
    operations = operationsOf(document);
  });
  afterAll(() => office.close());

  it('is OpenAPI 3.1, without what only 3.0 had', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(keysIn(document.components).filter((name) => name === 'nullable')).toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    const there = new Set(
      Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`),
    );
    expect(refsIn(document).filter((one) => !there.has(one))).toEqual([]);
  });

  it('names every operation, once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect([ids.every((id) => /^[a-z]\w+\.[a-z]\w+$/.test(id ?? '')), new Set(ids).size]).toEqual([
      true,
      ids.length,
    ]);
    expect(operations.filter(({ operation }) => !operation.summary)).toEqual([]);
  });

  it('describes every parameter of every path', () => {
    const wrong = operations.filter(({ template, operation: { parameters = [] } }) => {
      const described = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      const named = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      return described.sort().join() !== named.sort().join();
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('gives every body, asked or answered, an example', () => {
    const wanting = operations.flatMap(({ name, operation: { requestBody, responses } }) =>
      Object.entries({
        request: requestBody?.content,
        ...Object.fromEntries(Object.entries(responses).map(([status, { content }]) => [status, content])),
      }).flatMap(([where, content = {}]) =>
        Object.entries(content).map(([type, { example }]) => ({
          where: `${name} ${where} ${type}`,
          example,
        })),
      ),
    );
    expect(
      wanting.filter(
        ({ where, example }) => example === undefined && !where.endsWith('503 application/json'),
      ),
    ).toEqual([]);
  });

  it('says of every operation which problems it meets, as problem documents', () => {
    const problems = operations.flatMap(({ name, operation: { responses } }) =>
      Object.entries(responses)
        .filter(([status]) => Number(status) >= 400 && !name.includes('/health/ready'))
        .map(([status, { content = {} }]) => [`${name} ${status}`, Object.keys(content).join()]),
    );
    expect(problems.filter(([, types]) => types !== 'application/problem+json')).toEqual([]);
    expect(
      operations
        .filter(({ operation: { responses } }) => !('400' in responses && '401' in responses))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('asks for an Idempotency-Key exactly where something is written', () => {
    const keyed = operations.filter(({ operation: { parameters = [] } }) =>
      parameters.some(({ name }) => name === 'Idempotency-Key'),
    );
    expect(keyed.map(({ name }) => name)).toEqual(
      operations
        .filter(({ method, template }) => method !== 'GET' && !/session|operator/.test(template))
        .map(({ name }) => name),
    );
  });

  it('shows in its examples of reads the fields that answers have', async () => {
    const nextModelId = await liveOn(office);
    const [conditionId = ''] = await decidedConditionally(office, await carriedConditionally(office, 'Ford'));
    office.aimAt(conditionId);
    await office.done('p-priya', `/api/v1/conditions/${conditionId}/evidence`, { evidence: 'Report 118.' });
    const met = await office.done('p-chen', `/api/v1/conditions/${conditionId}/confirmation`, {
      finding: 'Read.',
    });
    await office.docket.visitor.get(`/api/v1/conditions/${conditionId}?after=${met.body.position}`);
    await decidedByLead(office, await leadUnder(office), 'Weir');
    await office.oneStandsAbove();
    await office.aVoteIsAwaited();
    const { gated, motion, closed } = await liveThroughGates(office);
    const instead: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      '/api/v1/projects/{projectId}/gates': { projectId: gated },
      '/api/v1/motions/{motionId}/gate': { motionId: motion },
      '/api/v1/projects/{projectId}/closure': { projectId: closed },
    };
    await leaveDeadJob(office.docket.folder ?? '', 'motion-7');
    const lent = `/api/v1/scoring-models/${nextModelId}/comparison?with=${office.ratedModelId}`;
    const wrong: string[] = [];
    for (const { name, template, operation } of operations.filter(({ method }) => method === 'GET')) {
      const example = Object.values(operation.responses['200']?.content ?? {})[0]?.example;
      const choice = template.endsWith('/assessments') ? `?model=${office.ratedModelId}` : '';
      const aimed = template.endsWith('/comparison')
        ? lent
        : office.aimed(template, instead[template]) + choice;
      const asked = template === '/api/v1/portfolios' ? template : aimed;
      const seesAll = /\/operator\/|\/to-do$|\/motions\/\{motionId\}$/.test(template);
      const asks = seesAll ? office.docket.operator : office.docket.visitor;
      const there = new Set(shapeOf((await asks.get(asked)).body));
      wrong.push(
        ...shapeOf(example)
          .filter((field) => !there.has(field))
          .map((field) => `${name}: ${field} is no longer said`),
      );
      const shown = new Set(shapeOf(example));
      wrong.push(
        ...[...there]
          .filter((field) => !shown.has(field) && field.split('.').length <= 2)
          .map((field) => `${name}: ${field} is not shown`),
      );
    }
    expect(wrong).toEqual([]);
  });

  it('has a page over it that may run its own scripts, and none of others', async () => {
    const page = await office.docket.visitor.get('/api/docs');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect([
      page.status,
      policy.includes("script-src 'self';"),
      policy.includes("default-src 'none'"),
    ]).toEqual([200, true, true]);
    const scripts = [...page.text.matchAll(/<script[^>]*src="([^"]+)"/g)].map(
      ([, src]) => new URL(src ?? '', 'http://127.0.0.1/api/docs').pathname,
    );
    for (const script of scripts) expect((await office.docket.visitor.get(script)).status).toBe(200);
    expect(/<script(?![^>]*src=)[^>]*>\s*\S/.test(page.text)).toBe(false);
  });
});
