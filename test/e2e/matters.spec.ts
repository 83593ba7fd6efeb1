import type { Loose } from './docket.fixture';
import { survey, conditionNow, decidedConditionally, carriedConditionally } from './conditions.fixture';
import { carried, comesToBe, delegated, leadIn, readNow } from './delegation.fixture';
import { Office } from './office.fixture';
import { bridge, confidenceModel } from './samples.fixture';

const BOARD = ['p-chen', 'p-bea'] as const;

describe('what a body is asked to decide beside one component', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const motions = () => office.aimed('/api/v1/portfolios/{portfolioId}/motions');
  const asking = (about: object, more: object = {}) => ({
    ...{ bodyId: office.ids.bodyId, ask: 'go', question: 'Shall it be so?', ...more },
    ...about,
  });
  const tabled = (about: object, more: object = {}) =>
    office.create('p-sven', motions(), asking(about, more));
  const refused = async (about: object, more: object = {}) => {
    const { body, status } = await (await office.as('p-sven')).post(motions(), asking(about, more));
    return [status, body.code, body.detail];
  };
  const proposed = (name: string, change: object = {}) =>
    office.create('p-priya', office.aimed('/api/v1/portfolios/{portfolioId}/projects'), {
      ...{ ...bridge, name },
      ...change,
    });
  const decided = async (motionId: string): Promise<Loose> => {
    await carried(office, motionId, BOARD);
    await office.done('p-chen', `/api/v1/motions/${motionId}/decision`, { rationale: 'It is worth it.' });
    const path = `/api/v1/motions/${motionId}`;
    return comesToBe('it is carried', office.docket, path, ({ followUp }) => followUp?.state === 'carried');
  };
  const project = (id: string) => readNow(office.docket, `/api/v1/projects/${id}`);

  it('a slate: all of its components are claimed, decided by one ballot, each as it was asked', async () => {
    const [wall, lock, quay] = [await proposed('Wall'), await proposed('Lock'), await proposed('Quay')];
    const components = [
      { projectId: wall, ask: 'go' },
      { projectId: lock, ask: 'reject' },
      { projectId: quay, ask: 'defer' },
    ];
    const motionId = await tabled({ matter: { on: 'slate', components } });
    expect(await refused({ projectId: lock })).toEqual([409, 'motion-already-open', expect.any(String)]);
    const motion = await decided(motionId);
    expect(motion).toMatchObject({ projectId: null, matter: { on: 'slate', components }, kind: null });
    const carry = await comesToBe('all have it', office.docket, `/api/v1/projects/${lock}`, (one) =>
      ['rejected'].includes(one.status),
    );
    expect([(await project(wall)).status, carry.status, (await project(quay)).status]).toEqual([
      'authorised',
      'rejected',
      'proposed',
    ]);
    const plan = await readNow(
      office.docket,
      office.aimed('/api/v1/portfolios/{portfolioId}/plan-of-record'),
    );
    expect(plan.rows.find(({ projectId }: Loose) => projectId === wall).decision.motionId).toBe(motionId);
    const register = office.aimed('/api/v1/portfolios/{portfolioId}/decisions?outcome=reject');
    const rejected = (await readNow(office.docket, register)).rows;
    expect(rejected.map((one: Loose) => one.motionId)).toEqual([motionId]);
    const capsule = await readNow(office.docket, `/api/v1/motions/${motionId}/capsule`);
    expect(Object.keys(capsule.seen.components).sort()).toEqual([wall, lock, quay].sort());
  });

  it('a slate one of whose components is taken is not tabled, and lets go of the others', async () => {
    const [mole, pier] = [await proposed('Mole'), await proposed('Pier')];
    const other = await office.motion({ ...office.ids, projectId: pier });
    const components = [mole, pier].map((projectId) => ({ projectId, ask: 'go' }));
    const matter = { on: 'slate', components };
    expect(await refused({ matter })).toEqual([409, 'motion-already-open', expect.stringContaining('slate')]);
    await office.done('p-sven', `/api/v1/motions/${other}/withdrawal`, { reason: 'Together, then.' });
    await comesToBe(
      'it is free',
      office.docket,
      `/api/v1/projects/${pier}`,
      (one) => one.openMotion === null,
    );
    expect(await tabled({ matter })).toEqual(expect.any(String));
  });

  it('who may not decide on one component of a slate does not decide on any of it', async () => {
    const [dam, weir] = [await proposed('Dam'), await proposed('Weir')];
    await office.done('p-bea', `/api/v1/projects/${weir}/interests`, {
      ...{ nature: 'financial', description: 'I own shares of the builder.' },
    });
    const components = [dam, weir].map((projectId) => ({ projectId, ask: 'go' }));
    const motionId = await tabled({ matter: { on: 'slate', components } });
    await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
    const { ballot } = await readNow(office.docket, `/api/v1/motions/${motionId}`);
    expect(ballot.electorate).toContainEqual(
      expect.objectContaining({ personId: 'p-bea', standing: 'recused', why: 'interest' }),
    );
  });

  it('a slate is decided under a grant whose domain holds all of it, and not where one stands outside', async () => {
    const lead = await leadIn(office, 'Lead of bridges');
    await delegated(office, lead, { domains: [office.ids.nodeId] });
    const slate = async (...names: readonly (readonly [string, boolean])[]) => {
      const components: object[] = [];
      for (const [name, isInside] of names) {
        const projectId = await proposed(name);
        const nodeId = isInside ? office.ids.nodeId : null;
        const otto = await office.as('p-otto');
        expect((await otto.write('PUT', `/api/v1/projects/${projectId}/place`, { nodeId })).status).toBe(200);
        components.push({ projectId, ask: 'go' });
      }
      const motionId = await tabled({ matter: { on: 'slate', components } }, { bodyId: lead });
      await carried(office, motionId, ['p-sam']);
      const sam = await office.as('p-sam');
      const { body } = await sam.post(`/api/v1/motions/${motionId}/decision`, { rationale: 'It pays.' });
      return body.code ?? 'recorded';
    };
    expect(await slate(['Arch', true], ['Field', false])).toBe('beyond-authority');
    expect(await slate(['Span', true], ['Truss', true])).toBe('recorded');
  });

  it('a slate is decided under a grant for every outcome it asks, and not for one of them', async () => {
    const lead = await leadIn(office, 'Lead of beginnings');
    await delegated(office, lead, { outcomes: ['go'] });
    const cut = await proposed('Old wharf');
    await office.authorises(cut);
    const components = [
      { projectId: await proposed('New wharf'), ask: 'go' },
      { projectId: cut, ask: 'kill' },
    ];
    const motionId = await tabled({ matter: { on: 'slate', components } }, { bodyId: lead });
    await carried(office, motionId, ['p-sam']);
    const sam = await office.as('p-sam');
    const { body } = await sam.post(`/api/v1/motions/${motionId}/decision`, { rationale: 'It pays.' });
    expect([body.code, body.detail]).toEqual(['beyond-authority', expect.stringContaining('"kill"')]);
    expect((await project(cut)).status).toBe('authorised');
  });

  it('a new baseline of work: what its case says by then; the first one is kept', async () => {
    const tunnel = await proposed('Tunnel');
    await office.authorises(tunnel);
    const dearer = { ...bridge, name: 'Tunnel', wholeLifeCost: '13000000' };
    await (await office.as('p-priya')).write('PUT', `/api/v1/projects/${tunnel}/business-case`, dearer);
    await decided(await tabled({ projectId: tunnel, matter: { on: 're-baseline' } }));
    const { baseline, status } = await project(tunnel);
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
    const motion = await decided(await tabled({ projectId, matter: { on: 'waiver', conditionId } }));
    expect(motion.decision.outcome).toBe('go');
    expect(motion.ballot.electorate).not.toContainEqual(expect.objectContaining({ why: 'owner' }));
    expect(await conditionNow(office, conditionId)).toMatchObject({ standing: 'waived' });
    expect(await refused({ projectId, matter: { on: 'waiver', conditionId } })).toEqual([
      422,
      'ask-does-not-fit',
      expect.stringContaining('condition is waived'),
    ]);
    const [another = ''] = await decidedConditionally(office, await carriedConditionally(office, 'Lagoon'), [
      { ...survey, owner: 'p-bea' },
    ]);
    const { projectId: lagoon } = await conditionNow(office, another);
    const own = await tabled({ projectId: lagoon, matter: { on: 'waiver', conditionId: another } });
    await office.done('p-sven', `/api/v1/motions/${own}/ballot`);
    const { ballot } = await readNow(office.docket, `/api/v1/motions/${own}`);
    expect(ballot.electorate).toContainEqual(
      expect.objectContaining({ personId: 'p-bea', standing: 'recused', why: 'owner' }),
    );
  });

  it('a scoring model: the draft that the body saw is published by its decision', async () => {
    const modelId = await office.create(
      'p-otto',
      office.aimed('/api/v1/portfolios/{portfolioId}/scoring-models'),
      {
        ...{ ...confidenceModel, name: 'By the board' },
      },
    );
    await decided(await tabled({ matter: { on: 'scoring-model', modelId } }));
    expect(await readNow(office.docket, `/api/v1/scoring-models/${modelId}`)).toMatchObject({
      status: 'published',
    });
    expect(await refused({ matter: { on: 'scoring-model', modelId } })).toEqual([
      422,
      'ask-does-not-fit',
      expect.stringContaining('scoring model is published'),
    ]);
  });

  it('a budget and a programme: the decision stands by itself, and the register finds it', async () => {
    const budget = { on: 'budget', year: 2031, amount: '800000' };
    const motionId = await tabled({ matter: budget }, { kind: 'operating' });
    expect((await decided(motionId)).matter).toEqual(budget);
    const programme = { on: 'programme', nodeId: office.ids.nodeId };
    await decided(await tabled({ matter: programme }, { ask: 'hold' }));
    const register = office.aimed('/api/v1/portfolios/{portfolioId}/decisions');
    const found = async (on: string) =>
      (await readNow(office.docket, `${register}?matter=${on}`)).rows.map(({ matter }: Loose) => matter);
    expect([await found('budget'), await found('programme')]).toEqual([[budget], [programme]]);
  });

  it('a draft that is revised once it was tabled is published by no ballot: the body saw another', async () => {
    const models = office.aimed('/api/v1/portfolios/{portfolioId}/scoring-models');
    const draft = { ...confidenceModel, name: 'Twice thought of' };
    const modelId = await office.create('p-otto', models, draft);
    const motionId = await tabled({ matter: { on: 'scoring-model', modelId } });
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
      const motionId = await tabled({ projectId: await proposed(name), bodyId: lead }, more);
      await carried(office, motionId, ['p-sam']);
      const sam = await office.as('p-sam');
      const { body } = await sam.post(`/api/v1/motions/${motionId}/decision`, { rationale: 'It pays.' });
      return body.code ?? 'recorded';
    };
    expect(await decide('Kerbs', { kind: 'operating' })).toBe('beyond-authority');
    expect(await decide('Ramp', {})).toBe('beyond-authority');
    expect(await decide('Gates', { kind: 'capital' })).toBe('recorded');
  });
});
