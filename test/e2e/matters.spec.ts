import type { Loose } from './docket.fixture';
import { survey, conditionNow, decidedConditionally, carriedConditionally } from './conditions.fixture';
import { carried, delegated, leadIn, readNow } from './delegation.fixture';
import { mattersOf } from './matters.fixture';
import { Office } from './office.fixture';
import { bridge, confidenceModel } from './samples.fixture';

describe('what a body is asked to decide beside one component', () => {
  let office: Office;
  let on: ReturnType<typeof mattersOf>;
  beforeAll(async () => {
    office = await Office.open();
    on = mattersOf(office);
  });
  afterAll(() => office.close());

  it('a new baseline of work: what its case says by then; the first one is kept', async () => {
    const tunnel = await on.proposed('Tunnel');
    await office.authorises(tunnel);
    const dearer = { ...bridge, name: 'Tunnel', wholeLifeCost: '13000000' };
    await (await office.as('p-priya')).write('PUT', `/api/v1/projects/${tunnel}/business-case`, dearer);
    await on.decided(await on.tabled({ projectId: tunnel, matter: { on: 're-baseline' } }));
    const { baseline, status } = await on.project(tunnel);
    expect([status, baseline.original.wholeLifeCost, baseline.current.wholeLifeCost]).toEqual([
      'authorised',
      bridge.wholeLifeCost,
      '13000000',
    ]);
  });

  it('a waiver: the condition is let go by the decision, and whoever owns it does not vote on that', async () => {
    const motionOfGo = await carriedConditionally(office, 'Sluice');
    const [conditionId = ''] = await decidedConditionally(office, motionOfGo);
    const { projectId } = await readNow(office.docket, `/api/v1/motions/${motionOfGo}`);
    const motion = await on.decided(await on.tabled({ projectId, matter: { on: 'waiver', conditionId } }));
    expect(motion.decision.outcome).toBe('go');
    expect(motion.ballot.electorate).not.toContainEqual(expect.objectContaining({ why: 'owner' }));
    expect(await conditionNow(office, conditionId)).toMatchObject({ standing: 'waived' });
    expect(await on.refused({ projectId, matter: { on: 'waiver', conditionId } })).toEqual([
      422,
      'ask-does-not-fit',
      expect.stringContaining('condition is waived'),
    ]);
    const [another = ''] = await decidedConditionally(office, await carriedConditionally(office, 'Lagoon'), [
      { ...survey, owner: 'p-bea' },
    ]);
    const { projectId: lagoon } = await conditionNow(office, another);
    const own = await on.tabled({ projectId: lagoon, matter: { on: 'waiver', conditionId: another } });
    await office.done('p-sven', `/api/v1/motions/${own}/ballot`);
    const { ballot } = await readNow(office.docket, `/api/v1/motions/${own}`);
    expect(ballot.electorate).toContainEqual(
      expect.objectContaining({ personId: 'p-bea', standing: 'recused', why: 'owner' }),
    );
  });

  it('a waiver is for the body that set the condition or one above it, whatever a grant below permits', async () => {
    const [conditionId = ''] = await decidedConditionally(
      office,
      await carriedConditionally(office, 'Basin'),
    );
    const { projectId } = await conditionNow(office, conditionId);
    const lead = await leadIn(office, 'Lead of waivers');
    await delegated(office, lead);
    const matter = { on: 'waiver', conditionId };
    expect(await on.refused({ projectId, matter }, { bodyId: lead })).toEqual([
      409,
      'waived-from-below',
      expect.stringContaining(`Body ${office.ids.bodyId} set this condition`),
    ]);
    expect(await conditionNow(office, conditionId)).toMatchObject({ standing: 'open' });
  });

  it('a waiver is not recorded once its condition was met', async () => {
    const conditionIds = await decidedConditionally(office, await carriedConditionally(office, 'Canal'));
    const [conditionId = ''] = conditionIds;
    const { projectId } = await conditionNow(office, conditionId);
    const motionId = await on.tabled({ projectId, matter: { on: 'waiver', conditionId } });
    await carried(office, motionId, ['p-chen', 'p-bea']);
    await office.done('p-priya', `/api/v1/conditions/${conditionId}/evidence`, { evidence: 'Report 118.' });
    await office.done('p-sven', `/api/v1/conditions/${conditionId}/confirmation`, { finding: 'Read it.' });
    const chen = await office.as('p-chen');
    const { body } = await chen.post(`/api/v1/motions/${motionId}/decision`, { rationale: 'So.' });
    expect([body.code, body.detail]).toEqual([
      'ask-does-not-fit',
      expect.stringContaining('condition is met by now'),
    ]);
  });

  it('a new baseline is for work that goes on: held work would go on by it', async () => {
    const projectId = await on.proposed('Ferry');
    await office.authorises(projectId);
    await on.decided(await on.tabled({ projectId }, { ask: 'hold' }));
    expect(await on.refused({ projectId, matter: { on: 're-baseline' } })).toEqual([
      422,
      'ask-does-not-fit',
      expect.stringContaining('re-baseline is held'),
    ]);
  });

  it('a scoring model: the draft that the body saw is published by its decision', async () => {
    const modelId = await office.create(
      'p-otto',
      office.aimed('/api/v1/portfolios/{portfolioId}/scoring-models'),
      {
        ...{ ...confidenceModel, name: 'By the board' },
      },
    );
    await on.decided(await on.tabled({ matter: { on: 'scoring-model', modelId } }));
    expect(await readNow(office.docket, `/api/v1/scoring-models/${modelId}`)).toMatchObject({
      status: 'published',
    });
    expect(await on.refused({ matter: { on: 'scoring-model', modelId } })).toEqual([
      422,
      'ask-does-not-fit',
      expect.stringContaining('scoring model is published'),
    ]);
  });

  it('a budget and a programme: the decision stands by itself, and the register finds it', async () => {
    const budget = { on: 'budget', year: 2031, amount: '800000' };
    const motionId = await on.tabled({ matter: budget }, { kind: 'operating' });
    expect((await on.decided(motionId)).matter).toEqual(budget);
    const programme = { on: 'programme', nodeId: office.ids.nodeId };
    await on.decided(await on.tabled({ matter: programme }, { ask: 'hold' }));
    const register = office.aimed('/api/v1/portfolios/{portfolioId}/decisions');
    const found = async (on: string) =>
      (await readNow(office.docket, `${register}?matter=${on}`)).rows.map(({ matter }: Loose) => matter);
    expect([await found('budget'), await found('programme')]).toEqual([[budget], [programme]]);
  });

  it('a draft that is revised once it was tabled is published by no ballot: the body saw another', async () => {
    const models = office.aimed('/api/v1/portfolios/{portfolioId}/scoring-models');
    const draft = { ...confidenceModel, name: 'Twice thought of' };
    const modelId = await office.create('p-otto', models, draft);
    const motionId = await on.tabled({ matter: { on: 'scoring-model', modelId } });
    const otto = await office.as('p-otto');
    const { name: _, ...definition } = draft;
    const revised = await otto.write('PUT', `/api/v1/scoring-models/${modelId}`, {
      ...definition,
      minimumCoverage: '0.75',
    });
    expect(revised.status).toBe(200);
    const { body } = await (await office.as('p-sven')).post(`/api/v1/motions/${motionId}/ballot`);
    expect([body.code, body.detail]).toEqual([
      'ask-does-not-fit',
      expect.stringContaining('revised since it was tabled'),
    ]);
  });

  it('of one kind is decided under a grant for that kind, and of another or none under none', async () => {
    const lead = await leadIn(office, 'Lead of purchases');
    await delegated(office, lead, { kinds: ['capital'] });
    const decide = async (name: string, more: object) => {
      const motionId = await on.tabled({ projectId: await on.proposed(name), bodyId: lead }, more);
      await carried(office, motionId, ['p-sam']);
      const sam = await office.as('p-sam');
      const { body } = await sam.post(`/api/v1/motions/${motionId}/decision`, { rationale: 'It pays.' });
      return body.code ?? 'recorded';
    };
    expect(await decide('Kerbs', { kind: 'operating' })).toBe('beyond-authority');
    expect(await decide('Ramp', {})).toBe('beyond-authority');
    expect(await decide('Gates', { kind: 'capital' })).toBe('recorded');
  });

  it('a budget counts what it adds to the one it stands in the place of, and is written in one form', async () => {
    const lead = await leadIn(office, 'Lead of budgets');
    await delegated(office, lead, { perDecision: '1000' });
    const decide = async (amount: string, supersedes?: string) => {
      const more = { bodyId: lead, ...(supersedes === undefined ? {} : { supersedes }) };
      const motionId = await on.tabled({ matter: { on: 'budget', year: 2033, amount } }, more);
      await carried(office, motionId, ['p-sam']);
      const sam = await office.as('p-sam');
      const { body } = await sam.post(`/api/v1/motions/${motionId}/decision`, { rationale: 'So.' });
      return { motionId, code: body.code ?? 'recorded' };
    };
    const first = await decide('0900.00');
    const { matter } = await readNow(office.docket, `/api/v1/motions/${first.motionId}`);
    expect([first.code, matter.amount]).toEqual(['recorded', '900']);
    const lower = await decide('100.01', first.motionId);
    expect(lower.code).toBe('recorded');
    // increments of a year count together, whatever was taken back between them
    expect((await decide('1000', lower.motionId)).code).toBe('beyond-authority');
  });
});
