import type { Loose } from './docket.fixture';
import { carried, comesToBe, delegated, leadIn, readNow } from './delegation.fixture';
import { mattersOf } from './matters.fixture';
import { Office } from './office.fixture';

describe('several components that a body decides at once', () => {
  let office: Office;
  let on: ReturnType<typeof mattersOf>;
  beforeAll(async () => {
    office = await Office.open();
    on = mattersOf(office);
  });
  afterAll(() => office.close());

  it('a slate: all of its components are claimed, decided by one ballot, each as it was asked', async () => {
    const [wall, lock, quay] = [
      await on.proposed('Wall'),
      await on.proposed('Lock'),
      await on.proposed('Quay'),
    ];
    const components = [
      { projectId: wall, ask: 'go' },
      { projectId: lock, ask: 'reject' },
      { projectId: quay, ask: 'defer' },
    ];
    const motionId = await on.tabled({ matter: { on: 'slate', components } });
    expect(await on.refused({ projectId: lock })).toEqual([409, 'motion-already-open', expect.any(String)]);
    const motion = await on.decided(motionId);
    expect(motion).toMatchObject({ projectId: null, matter: { on: 'slate', components }, kind: null });
    const carry = await comesToBe('all have it', office.docket, `/api/v1/projects/${lock}`, (one) =>
      ['rejected'].includes(one.status),
    );
    expect([(await on.project(wall)).status, carry.status, (await on.project(quay)).status]).toEqual([
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
    const [mole, pier] = [await on.proposed('Mole'), await on.proposed('Pier')];
    const other = await office.motion({ ...office.ids, projectId: pier });
    const components = [mole, pier].map((projectId) => ({ projectId, ask: 'go' }));
    const matter = { on: 'slate', components };
    expect(await on.refused({ matter })).toEqual([
      409,
      'motion-already-open',
      expect.stringContaining('slate'),
    ]);
    await office.done('p-sven', `/api/v1/motions/${other}/withdrawal`, { reason: 'Together, then.' });
    await comesToBe(
      'it is free',
      office.docket,
      `/api/v1/projects/${pier}`,
      (one) => one.openMotion === null,
    );
    expect(await on.tabled({ matter })).toEqual(expect.any(String));
  });

  it('who may not decide on one component of a slate does not decide on any of it', async () => {
    const [dam, weir] = [await on.proposed('Dam'), await on.proposed('Weir')];
    await office.done('p-bea', `/api/v1/projects/${weir}/interests`, {
      ...{ nature: 'financial', description: 'I own shares of the builder.' },
    });
    const components = [dam, weir].map((projectId) => ({ projectId, ask: 'go' }));
    const motionId = await on.tabled({ matter: { on: 'slate', components } });
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
        const projectId = await on.proposed(name);
        const nodeId = isInside ? office.ids.nodeId : null;
        const otto = await office.as('p-otto');
        expect((await otto.write('PUT', `/api/v1/projects/${projectId}/place`, { nodeId })).status).toBe(200);
        components.push({ projectId, ask: 'go' });
      }
      const motionId = await on.tabled({ matter: { on: 'slate', components } }, { bodyId: lead });
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
    const cut = await on.proposed('Old wharf');
    await office.authorises(cut);
    const components = [
      { projectId: await on.proposed('New wharf'), ask: 'go' },
      { projectId: cut, ask: 'kill' },
    ];
    const motionId = await on.tabled({ matter: { on: 'slate', components } }, { bodyId: lead });
    await carried(office, motionId, ['p-sam']);
    const sam = await office.as('p-sam');
    const { body } = await sam.post(`/api/v1/motions/${motionId}/decision`, { rationale: 'It pays.' });
    expect([body.code, body.detail]).toEqual(['beyond-authority', expect.stringContaining('"kill"')]);
    expect((await on.project(cut)).status).toBe('authorised');
  });
});
