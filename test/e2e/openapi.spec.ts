import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { keysIn, operationsOf, refsIn, shapeOf, type OpenApi } from './openapi.fixture';
import { endOf, inShort } from './problem.fixture';
import { liveOn } from './lived-office.fixture';
import { today, worthModel } from './samples.fixture';
import { sendCompositionExamples, sendStrategyExamples } from './strategy-routes.fixture';

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

  describe('its examples of requests', () => {
    const ids: Record<string, string> = {};

    const exampleFor = (name: string): Record<string, unknown> => {
      const media = operations.find((one) => one.name === name)?.operation.requestBody?.content ?? {};
      const { example } = Object.values(media)[0] ?? { example: {} };
      return structuredClone(example) as Record<string, unknown>;
    };

    /** Sends the example as it stands but for ids and days, which depend on where and when. */
    const send = async (
      person: string,
      name: string,
      changed: Record<string, unknown> = {},
      type = 'application/json',
    ): Promise<Answer> => {
      const [method = '', template = ''] = name.split(' ');
      const known = Object.fromEntries(
        Object.entries(exampleFor(name)).map(([field, value]) => [field, ids[field] ?? value]),
      );
      const headers = { 'idempotency-key': randomUUID(), 'content-type': type };
      return endOf(
        await (
          await office.as(person)
        ).ask(method.toUpperCase(), office.aimed(template, ids), { body: { ...known, ...changed }, headers }),
      );
    };

    const accepted = async (...[person, name, changed, type]: Parameters<typeof send>): Promise<Loose> => {
      const answer = await send(person, name, changed, type);
      if (answer.status >= 300) throw new Error(`${name}: ${inShort(answer)} ${answer.text}`);
      return answer.body;
    };

    const P = '/api/v1/portfolios/{portfolioId}';

    it('are accepted: a portfolio with its projects', async () => {
      ids.portfolioId = (await accepted('p-maya', 'post /api/v1/portfolios')).id;
      ids.projectId = (await accepted('p-priya', `post ${P}/projects`)).id;
      await accepted('p-priya', 'put /api/v1/projects/{projectId}/business-case');
      ids.day = today();
      for (const part of ['', '/withdrawal'])
        await accepted('p-dina', `post /api/v1/projects/{projectId}/confidence${part}`, {
          judgedFor: ids.day,
        });
    });

    it('are accepted: a dependency', async () => {
      ids.from = ids.projectId ?? '';
      ids.to = (await accepted('p-priya', `post ${P}/projects`, { name: 'What it waits for' })).id;
      ids.dependencyId = (await accepted('p-otto', `post ${P}/dependencies`)).id;
      await accepted('p-otto', `post ${P}/dependencies/{dependencyId}/removal`);
    });

    it('are accepted: the composition', () => sendCompositionExamples(accepted, ids));
    it('are accepted: an objective, and what serves it', () => sendStrategyExamples(accepted, ids));

    it('are accepted: a must-have, marked and lifted', async () => {
      await accepted('p-otto', 'post /api/v1/projects/{projectId}/must-have');
      await accepted('p-otto', 'post /api/v1/projects/{projectId}/must-have/end');
    });

    it('are accepted: a scoring model', async () => {
      ids.modelId = (await accepted('p-otto', `post ${P}/scoring-models`)).id;
      await accepted('p-otto', 'put /api/v1/scoring-models/{modelId}');
      await accepted('p-otto', 'post /api/v1/scoring-models/{modelId}/publication');
      await accepted('p-otto', 'post /api/v1/scoring-models/{modelId}/retirement');
    });

    it('are accepted: an assessment', async () => {
      const models = office.aimed(`${P}/scoring-models`, ids);
      ids.modelId = await office.create('p-otto', models, worthModel);
      await office.done('p-otto', `/api/v1/scoring-models/${ids.modelId}/publication`);
      ids.assessmentId = (await accepted('p-bea', 'post /api/v1/projects/{projectId}/assessments')).id;
      await accepted('p-bea', 'post /api/v1/assessments/{assessmentId}/withdrawal');
    });

    it('are accepted: a body and its decision', async () => {
      ids.bodyId = (await accepted('p-otto', `post ${P}/bodies`)).id;
      await accepted('p-otto', 'post /api/v1/bodies/{bodyId}/seats');
      for (const personId of ['p-carl', 'p-dina', 'p-sam'])
        await accepted('p-otto', 'post /api/v1/bodies/{bodyId}/seats', { personId, role: 'member' });
      await accepted('p-otto', 'post /api/v1/bodies/{bodyId}/seats/{personId}/end');
      ids.motionId = (await accepted('p-otto', `post ${P}/motions`)).id;
      await accepted('p-bea', 'post /api/v1/motions/{motionId}/ballot');
      for (const person of ['p-bea', 'p-dina', 'p-sam'])
        await accepted(person, 'post /api/v1/motions/{motionId}/votes');
      await accepted('p-bea', 'post /api/v1/motions/{motionId}/close');
      await accepted('p-bea', 'post /api/v1/motions/{motionId}/decision');
    });

    it('are accepted: a report on what was decided, and its correction', async () => {
      await office.isAuthorised(ids.projectId ?? '');
      await accepted('p-priya', 'post /api/v1/projects/{projectId}/reports', { reportedFor: today() });
      await accepted('p-priya', 'put /api/v1/projects/{projectId}/reports/{day}');
    });

    it('are accepted: a withdrawal', async () => {
      ids.projectId = (await accepted('p-priya', `post ${P}/projects`, { name: 'To be withdrawn' })).id;
      await accepted('p-priya', 'post /api/v1/projects/{projectId}/withdrawal');
    });

    it('are accepted: a session and the work of the operator', async () => {
      await accepted('visitor', 'post /api/v1/session');
      const folder = mkdtempSync(join(tmpdir(), 'docket-example-'));
      await accepted('operator', 'post /api/v1/operator/backup', { to: join(folder, 'backup') });
      rmSync(folder, { recursive: true });
      for (const work of ['replay', 'rebuild', 'verify-chain'])
        await accepted('operator', `post /api/v1/operator/${work}`);
      await accepted(
        'operator',
        'post /api/v1/operator/import-gmpp',
        {},
        'application/vnd.docket.files+json',
      );
    });
  });

  it('shows in its examples of reads the fields that answers have', async () => {
    const nextModelId = await liveOn(office);
    await office.oneStandsAbove();
    const lent = `/api/v1/scoring-models/${nextModelId}/comparison?with=${office.ratedModelId}`;
    const wrong: string[] = [];
    for (const { name, template, operation } of operations.filter(({ method }) => method === 'GET')) {
      const example = Object.values(operation.responses['200']?.content ?? {})[0]?.example;
      const choice = template.endsWith('/assessments') ? `?model=${office.ratedModelId}` : '';
      const aimed = template.endsWith('/comparison') ? lent : office.aimed(template) + choice;
      const asked = template === '/api/v1/portfolios' ? template : aimed;
      const there = new Set(shapeOf((await office.docket.visitor.get(asked)).body));
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
