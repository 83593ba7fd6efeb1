import {
  carried,
  carriedByLead,
  comesToBe,
  decidedByLead,
  delegated,
  leadIn,
  readNow,
  tabled,
} from './delegation.fixture';
import { TestDocket, type Answer, type Loose } from './docket.fixture';
import { MovedClock } from './moved-clock.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

describe('what a lead decides, and what the board says of it', () => {
  const clock = new MovedClock();
  let office: Office;
  let lead: string;
  let grantId: string;
  let docket: TestDocket | undefined;
  const decisions: { calledIn?: { projectId: string; motionId: string }; left?: string; escalated?: string } =
    {};
  beforeAll(async () => {
    office = await Office.open();
    lead = await leadIn(office);
    grantId = await delegated(office, lead, { perDecision: '13000000', callInHours: 72 });
  });
  afterAll(async () => {
    clock.putBack();
    await (docket ?? office.docket).stopAndForget();
  });

  const now = () => docket ?? office.docket;
  const asks = async (
    person: string,
    motionId: string | undefined,
    what: string,
    body = {},
  ): Promise<Answer> => (await now().as(person)).post(`/api/v1/motions/${motionId}/${what}`, body);
  const why = { reason: 'The ground is not surveyed.' };
  const register = async (query: string): Promise<readonly Loose[]> =>
    (await readNow(now(), `/api/v1/portfolios/${office.ids.portfolioId}/decisions?${query}`)).rows;

  it('within the limit it stands at once, is counted, and is listed at the board with its three days', async () => {
    const decided = await decidedByLead(office, lead, 'Weir');
    decisions.calledIn = decided;
    const { rows } = await readNow(now(), `/api/v1/bodies/${office.ids.bodyId}/delegated-decisions`);
    expect(rows).toMatchObject([
      {
        ...{ motionId: decided.motionId, bodyId: lead, standing: 'in-force', supersedes: null },
        ...{ grants: [grantId, office.ids.grantId], callIn: [{ grantId, bodyId: office.ids.bodyId }] },
      },
    ]);
    const [{ callableUntil, decidedAt }] = rows;
    expect(Date.parse(callableUntil) - Date.parse(decidedAt)).toBe(72 * 3_600_000);
    const { used } = await readNow(now(), `/api/v1/grants/${grantId}`);
    expect(used).toMatchObject([{ reserved: '0', confirmed: '12500000' }]);
  });

  it('above the limit with what counts together is not recorded, and goes to the board', async () => {
    const { body } = await office.done(
      'p-otto',
      `/api/v1/portfolios/${office.ids.portfolioId}/dependencies`,
      {
        from: (await carriedByLead(office, lead, 'Ford')).projectId,
        to: decisions.calledIn?.projectId,
        kind: 'requires',
        reason: 'One road.',
      },
    );
    await office.docket.visitor.get(`/api/v1/portfolios?after=${body.position}`);
    const motions = await readNow(
      now(),
      `/api/v1/portfolios/${office.ids.portfolioId}/motions?status=closed`,
    );
    const motionId: string = motions.rows[0].id;
    const before = await office.head();
    expect(inShort(await asks('p-sam', motionId, 'decision', { rationale: 'It pays.' }))).toBe(
      '409 beyond-authority',
    );
    expect(inShort(await asks('p-bea', motionId, 'escalation', why))).toBe('403 not-yours-to-escalate');
    expect(inShort(await asks('p-sam', motionId, 'escalation', { reason: ' ' }))).toBe('400 fields-invalid');
    expect(await office.head()).toBe(before);
    expect((await asks('p-sam', motionId, 'escalation', why)).status).toBe(200);
    const motion = await readNow(now(), `/api/v1/motions/${motionId}`);
    expect(motion).toMatchObject({
      ...{ status: 'tabled', bodyId: office.ids.bodyId, ballot: null },
      escalations: [
        { from: lead, to: office.ids.bodyId, code: 'over-limit-per-decision', under: office.ids.grantId },
      ],
      formerBallots: [{ bodyId: lead, votes: [{ personId: 'p-sam' }] }],
    });
    const { seen, differences } = await readNow(now(), `/api/v1/motions/${motionId}/capsule`);
    expect([seen.body.id, differences.body]).toEqual([lead, []]);
    const toDo = `/api/v1/portfolios/${office.ids.portfolioId}/people/p-sven/to-do`;
    expect((await readNow(now(), toDo)).rows).toContainEqual(
      expect.objectContaining({ task: 'open-ballot', motionId, since: motion.escalations[0].at }),
    );
    decisions.escalated = motionId;
  });

  it('is passed on no further, where nobody is left who may decide', async () => {
    const { escalated } = decisions;
    const back = await asks('p-otto', escalated, 'escalation', { ...why, bodyId: lead });
    expect(inShort(back)).toBe('409 body-may-decide');
    const path = `/api/v1/grants/${office.ids.grantId}/revocation`;
    const spare = await leadIn(office, 'A spare committee', 'p-dina');
    await office.done('p-otto', path, { reason: 'The board is dissolved.' });
    expect(inShort(await asks('p-sven', escalated, 'escalation', why))).toBe('409 no-body-with-authority');
    expect(inShort(await asks('p-sven', escalated, 'escalation', { ...why, bodyId: lead }))).toBe(
      '409 escalation-in-a-circle',
    );
    const after = await readNow(now(), `/api/v1/motions/${escalated}`);
    expect([after.status, after.bodyId]).toEqual(['tabled', office.ids.bodyId]);
    const on = await asks('p-sven', escalated, 'escalation', { ...why, bodyId: spare });
    expect(on.status).toBe(200);
    await carried(office, escalated ?? '', ['p-dina']);
    await office.done('p-dina', `/api/v1/motions/${escalated}/decision`, { rationale: 'One road.' });
    expect(await register('escalated=true')).toMatchObject([
      { motionId: escalated, bodyId: spare, escalations: [{ from: lead }, { to: spare, under: null }] },
    ]);
  });

  it('is called in once, by who conducts the board, with a reason', async () => {
    const motionId = decisions.calledIn?.motionId;
    for (const stranger of ['p-sam', 'p-bea', 'p-otto'])
      expect(inShort(await asks(stranger, motionId, 'call-in', why))).toBe('403 not-yours-to-call-in');
    expect(inShort(await asks('p-chen', motionId, 'call-in'))).toBe('400 fields-invalid');
    expect((await asks('p-chen', motionId, 'call-in', why)).status).toBe(200);
    expect(inShort(await asks('p-sven', motionId, 'call-in', why))).toBe('409 decision-called-in');
    expect(inShort(await asks('p-sven', motionId, 'ratification', why))).toBe('409 decision-called-in');
    expect(await register('standing=called-in')).toMatchObject([
      { motionId, standing: 'called-in', callableUntil: null, calledIn: { by: 'p-chen', ...why } },
    ]);
    const { status } = await readNow(now(), `/api/v1/projects/${decisions.calledIn?.projectId}`);
    expect(status).toBe('authorised');
  });

  it('is then for the board alone: its kill stands in the place of the go, and frees what that used', async () => {
    const { motionId = '', projectId = '' } = decisions.calledIn ?? {};
    await office.create('p-otto', office.aimed('/api/v1/portfolios/{portfolioId}/grants'), {
      ...{ from: { kind: 'portfolio' }, bodyId: office.ids.bodyId, authority: {}, maySubDelegate: true },
    });
    const path = office.aimed('/api/v1/portfolios/{portfolioId}/motions');
    const hold = { bodyId: lead, projectId, ask: 'hold', question: 'Hold it?' };
    for (const asked of [hold, { ...hold, supersedes: motionId }])
      expect(inShort(await (await office.as('p-sven')).post(path, asked))).toBe('409 decision-called-in');
    const by = await tabled(office, {
      ...{ bodyId: office.ids.bodyId, projectId, ask: 'kill', supersedes: motionId },
    });
    await carried(office, by, ['p-chen', 'p-bea']);
    await office.done('p-chen', `/api/v1/motions/${by}/decision`, { rationale: 'No ground.' });
    const killed = `/api/v1/projects/${projectId}`;
    await comesToBe('the project is killed', now(), killed, ({ status }) => status === 'killed');
    expect(await register(`project=${projectId}`)).toMatchObject([
      { motionId: by, outcome: 'kill', standing: 'in-force', supersedes: motionId },
      { motionId, outcome: 'go', standing: 'superseded', superseded: { by, outcome: 'kill' } },
    ]);
    const { account } = await readNow(now(), `/api/v1/grants/${grantId}`);
    expect(account).toEqual([]);
    const again = await (
      await office.as('p-sven')
    ).post(path, { ...hold, bodyId: office.ids.bodyId, supersedes: motionId });
    expect(inShort(again)).toBe('422 ask-does-not-fit');
  });

  it('is let stand before its time, and called in no more', async () => {
    const held = await delegatedAnew(office, lead);
    const { motionId } = await decidedByLead(office, lead, 'Lock');
    expect(inShort(await asks('p-sam', motionId, 'ratification', why))).toBe('403 not-yours-to-call-in');
    expect((await asks('p-sven', motionId, 'ratification', { reason: 'Seen.' })).status).toBe(200);
    expect(inShort(await asks('p-chen', motionId, 'call-in', why))).toBe('409 decision-ratified');
    expect(await register(`grant=${held}`)).toMatchObject([
      { motionId, standing: 'in-force', callableUntil: null, ratified: [{ by: 'p-sven', reason: 'Seen.' }] },
    ]);
  });

  it('is called in no more when its time has ended, which a clock notes as of that instant', async () => {
    const { motionId } = await decidedByLead(office, lead, 'Mole');
    decisions.left = motionId;
    const [{ callableUntil }] = await register('text=pays');
    const { folder } = office.docket;
    await office.docket.stop();
    clock.moveTo(new Date(Date.parse(callableUntil) + 3_600_000).toISOString());
    docket = await TestDocket.start(folder === undefined ? {} : { folder });
    expect(inShort(await asks('p-chen', motionId, 'call-in', why))).toBe('409 call-in-over');
    const path = `/api/v1/motions/${motionId}`;
    const motion = await comesToBe(
      'the window is closed',
      docket,
      path,
      ({ afterwards }) => afterwards.closedAt,
    );
    expect(motion.afterwards).toMatchObject({ standing: 'in-force', closedAt: callableUntil });
  });

  it('is read as it stood on each of these moments', async () => {
    const { motionId } = decisions.calledIn ?? {};
    const { rows } = await readNow(now(), `/api/v1/portfolios/${office.ids.portfolioId}/decisions`);
    const line = rows.find((one: Loose) => one.motionId === motionId);
    const asOf = async (instant: string) =>
      (await now().visitor.get(`/api/v1/motions/${motionId}?asOf=${instant}`)).body.afterwards.standing;
    expect([
      await asOf(line.decidedAt),
      await asOf(line.calledIn.at),
      await asOf(line.superseded.at),
    ]).toEqual(['in-force', 'called-in', 'superseded']);
  });
});

/** What the board passes on once it holds authority without a limit again. */
const delegatedAnew = async (office: Office, bodyId: string): Promise<string> => {
  const grants = await readNow(office.docket, office.aimed('/api/v1/portfolios/{portfolioId}/grants'));
  const own = grants.rows.find(
    (one: Loose) => one.bodyId === office.ids.bodyId && one.authority.perDecision === null,
  );
  return office.create('p-chen', office.aimed('/api/v1/portfolios/{portfolioId}/grants'), {
    ...{ from: { kind: 'grant', grantId: own.id }, bodyId, authority: {}, callInHours: 24 },
  });
};
