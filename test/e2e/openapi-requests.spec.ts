import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carriedConditionally, conditionIsSet, decidedConditionally } from './conditions.fixture';
import type { Answer, Loose } from './docket.fixture';
import { AtGates } from './gates.fixture';
import { carriedByLead, decidedByLead, delegated, leadIn, leadUnder } from './delegation.fixture';
import { Office } from './office.fixture';
import { operationsOf } from './openapi.fixture';
import { endOf, inShort } from './problem.fixture';
import { today, worthModel } from './samples.fixture';
import { sendCompositionExamples, sendStrategyExamples } from './strategy-routes.fixture';

describe('examples of requests in the OpenAPI document', () => {
  let office: Office;
  let operations: ReturnType<typeof operationsOf>;
  beforeAll(async () => {
    office = await Office.open();
    operations = operationsOf((await office.docket.visitor.get('/api/openapi.json')).body);
  });
  afterAll(() => office.close());

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
    await accepted('p-otto', 'post /api/v1/bodies/{bodyId}/rules');
    await accepted('p-otto', 'post /api/v1/bodies/{bodyId}/seats');
    for (const personId of ['p-carl', 'p-dina', 'p-sam'])
      await accepted('p-otto', 'post /api/v1/bodies/{bodyId}/seats', { personId, role: 'member' });
    await accepted('p-otto', 'post /api/v1/bodies/{bodyId}/seats/{personId}/end');
    ids.motionId = (await accepted('p-otto', `post ${P}/motions`, { ask: 'conditional-go' })).id;
    await accepted('p-bea', 'post /api/v1/motions/{motionId}/ballot');
    for (const person of ['p-bea', 'p-dina', 'p-sam'])
      await accepted(person, 'post /api/v1/motions/{motionId}/votes');
    await accepted('p-bea', 'post /api/v1/motions/{motionId}/close');
    const { position } = await accepted('p-bea', 'post /api/v1/motions/{motionId}/decision');
    await office.docket.visitor.get(`/api/v1/motions/${ids.motionId}?after=${position}`);
  });

  it('are accepted: a grant, and its end', async () => {
    ids.grantId = (await accepted('p-otto', `post ${P}/grants`, { from: { kind: 'portfolio' } })).id;
    await accepted('p-otto', 'post /api/v1/grants/{grantId}/revocation');
  });

  it('are accepted: a scheme of delegation, tried', async () =>
    expect(await accepted('p-otto', `post ${P}/delegations`)).toMatchObject({
      ...{ result: 'tried', file: 'delegations-2026.csv', rows: 1, granted: 1, refused: [] },
    }));

  it('are accepted: evidence of a condition, and its confirmation', async () => {
    const [first = ''] = (await office.docket.visitor.get(`/api/v1/motions/${ids.motionId}`)).body.decision
      .conditions;
    await conditionIsSet(office, first);
    ids.conditionId = first;
    await accepted('p-priya', 'post /api/v1/conditions/{conditionId}/evidence');
    await accepted('p-bea', 'post /api/v1/conditions/{conditionId}/confirmation');
  });

  it('are accepted: the waiver of a condition', async () => {
    const [another = ''] = await decidedConditionally(office, await carriedConditionally(office, 'Ford'));
    ids.conditionId = another;
    await accepted('p-chen', 'post /api/v1/conditions/{conditionId}/waiver');
  });

  it('are accepted: what is said of a decision under a grant', async () => {
    const lead = await leadUnder(office);
    for (const what of ['call-in', 'ratification']) {
      ids.motionId = (await decidedByLead(office, lead, `Weir for ${what}`)).motionId;
      await accepted('p-chen', `post /api/v1/motions/{motionId}/${what}`);
    }
  });

  it('are accepted: a motion that is passed on', async () => {
    const lead = await leadIn(office, 'Lead of bridges');
    await delegated(office, lead, { perDecision: '1' });
    ids.motionId = (await carriedByLead(office, lead, 'Viaduct')).motionId;
    await accepted('p-sam', 'post /api/v1/motions/{motionId}/escalation');
  });

  it('are accepted: a report on what was decided, and its correction', async () => {
    await office.isAuthorised(ids.projectId ?? '');
    await accepted('p-priya', 'post /api/v1/projects/{projectId}/reports', { reportedFor: today() });
    await accepted('p-priya', 'put /api/v1/projects/{projectId}/reports/{day}');
  });

  it('are accepted: gates, a gate, its evidence and its judgement', async () => {
    await accepted('p-otto', `post ${P}/gates`);
    for (const [person, part] of [
      ['p-priya', 'put /api/v1/projects/{projectId}/gate'],
      ['p-priya', 'post /api/v1/projects/{projectId}/gate/evidence'],
      ['p-dina', 'post /api/v1/projects/{projectId}/gate/judgements'],
    ] as const)
      await accepted(person, part);
  });

  it('are accepted: a closure report, and its correction', async () => {
    const at = new AtGates(office);
    ids.projectId = await at.propose('Old mill');
    for (const ask of ['go', 'complete']) await at.decided(ids.projectId, ask);
    for (const method of ['post', 'put'])
      await accepted('p-otto', `${method} /api/v1/projects/{projectId}/closure`);
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
    for (const work of ['replay', 'rebuild', 'drop-others', 'verify-chain'])
      await accepted('operator', `post /api/v1/operator/${work}`);
    await accepted('operator', 'post /api/v1/operator/import-gmpp', {}, 'application/vnd.docket.files+json');
  });
});
