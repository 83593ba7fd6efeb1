import type { BoardDays } from './board-days.fixture';
import type { Loose } from './docket.fixture';
import { aTown } from './embedded-town.fixture';
import { weir } from './board-days.fixture';
import type { ToldBoards } from './told-boards.fixture';

const GRANTS = 'portfolios/{town}/grants';
const yes = { rationale: 'It pays.' };
const alone = { quorum: { kind: 'count', seats: 1 }, carryRule: 'majority-of-cast', minimumSeats: 1 };
const why = { reason: 'The ground is not surveyed.' };

describe('what goes wrong with authority that is passed on', () => {
  let town: ToldBoards;
  let boards: BoardDays;
  beforeAll(async () => {
    boards = await aTown();
    ({ town } = boards);
    await town.makes('other', 'p-otto', 'portfolios/{town}/bodies', { name: 'Lead of paths', ...alone });
    await town.does('p-otto', 'bodies/{other}/seats', { personId: 'p-dina', role: 'chair' });
  });
  afterAll(() => town.ends());

  /** Out of the grant of the board, to the other lead. */
  const passedOn = (authority: object, from = 'grant of the board', to = 'other') => ({
    ...{ from: { kind: 'grant', grantId: town.id[from] }, bodyId: town.id[to], authority },
  });
  const within = { perDecision: '13000000', perPeriod: { amount: '40000000', period: 'year' } };
  /** A proposal that a lead has voted for, and nothing is recorded yet. */
  const carriedBy = async (person: string, body: string, name: string): Promise<void> => {
    await town.makes(name, 'p-priya', 'portfolios/{town}/projects', { ...weir, name });
    await boards.tables(`${name}, go`, { body, on: name, ask: 'go' });
    await town.does(person, `motions/{${name}, go}/ballot`);
    await boards.votes(`${name}, go`, { [person]: 'for' });
    await town.does(person, `motions/{${name}, go}/close`);
  };
  const decides = (person: string, name: string) =>
    town.isRefused(person, `motions/{${name}, go}/decision`, yes);

  it.each<[string, object, string]>([
    ['a higher value of one decision', { ...within, perDecision: '50000001' }, 'Limit per decision'],
    ['no limit of one decision', { perPeriod: within.perPeriod }, 'Limit per decision'],
    [
      'more in a period, by the quarter',
      { ...within, perPeriod: { amount: '26000000', period: 'quarter' } },
      "Limit per period: one's own is 100000000 per year, what is delegated 26000000 per quarter.",
    ],
    ['no limit of a period', { perDecision: '13000000' }, 'Limit per period'],
  ])('nobody passes on %s than is their own', async (_, authority, says) => {
    const answer = await town.refusal('p-chen', GRANTS, passedOn(authority));
    expect([answer.body.code, answer.status]).toEqual(['beyond-own-limit', 422]);
    expect(answer.body.detail).toContain(says);
  });

  it('nor outcomes, nor a time, that are not their own', async () => {
    const until = town.instantOf(2);
    await town.makes('third', 'p-otto', 'portfolios/{town}/bodies', { name: 'Third', ...alone });
    await town.does('p-otto', 'bodies/{third}/seats', { personId: 'p-carl', role: 'chair' });
    const narrow = { ...within, outcomes: ['go', 'hold'], until };
    const grant = { ...passedOn(narrow, 'grant of the board', 'third'), maySubDelegate: true };
    await town.makes('narrow', 'p-chen', GRANTS, grant);
    const ask = async (authority: object) =>
      (await town.refusal('p-carl', GRANTS, passedOn(authority, 'narrow'))).body;
    expect(await ask({ ...narrow, outcomes: ['kill'] })).toMatchObject({
      code: 'beyond-own-limit',
      detail: "Outcome: one's own authority is for go, hold, what is delegated for kill.",
    });
    expect(await ask({ ...narrow, until: town.instantOf(3) })).toMatchObject({
      code: 'beyond-own-limit',
      detail: expect.stringContaining('Delegate for no longer.'),
    });
  });

  it('nor in a circle, nor what was given to be used and not passed on', async () => {
    const back = passedOn({ ...within, perDecision: '1' }, 'grant of the lead', 'board');
    expect(await town.isRefused('p-sam', GRANTS, back)).toBe('409 circle-of-grants');
    const on = passedOn({ ...within, perDecision: '1' }, 'grant of the lead', 'other');
    expect(await town.isRefused('p-sam', GRANTS, on)).toBe('409 sub-delegation-not-allowed');
  });

  it('who granted it may lose the right to while a lead votes: the vote stands on record, and no decision is recorded', async () => {
    const part = { ...within, outcomes: ['go'], until: town.instantOf(2) };
    await town.makes('grant of the other', 'p-carl', GRANTS, passedOn(part, 'narrow'));
    await carriedBy('p-dina', 'other', 'Path');
    await town.does('p-chen', 'grants/{narrow}/revocation', why);
    const { detail } = (await town.refusal('p-dina', 'motions/{Path, go}/decision', yes)).body;
    expect(detail).toContain('Of the grant it hangs on: It was revoked.');
    expect(await decides('p-dina', 'Path')).toBe('409 beyond-authority');
    expect(await town.reads('motions/{Path, go}')).toMatchObject({ status: 'closed', decision: null });
    expect(await town.reads('grants/{grant of the other}')).toMatchObject({ account: [] });
  });

  it('at the very instant at which a delegation ends it is over, and one before it still holds', async () => {
    const until = town.instantOf(1);
    await town.makes('briefly', 'p-otto', 'portfolios/{town}/bodies', { name: 'Briefly', ...alone });
    await town.does('p-otto', 'bodies/{briefly}/seats', { personId: 'p-bea', role: 'chair' });
    await town.makes(
      'until tomorrow',
      'p-chen',
      GRANTS,
      passedOn({ ...within, until }, 'grant of the board', 'briefly'),
    );
    for (const name of ['Stile', 'Gate']) await carriedBy('p-bea', 'briefly', name);
    town.standsAt(new Date(Date.parse(until) - 1).toISOString());
    await town.does('p-bea', 'motions/{Stile, go}/decision', yes);
    town.standsAt(until);
    const { code, detail } = (await town.refusal('p-bea', 'motions/{Gate, go}/decision', yes)).body;
    expect([code, detail]).toEqual(['beyond-authority', expect.stringContaining('expired')]);
    const more = passedOn({ ...within, perDecision: '1' }, 'until tomorrow', 'lead');
    expect(await town.isRefused('p-bea', GRANTS, more)).toBe('409 sub-delegation-not-allowed');
    const { account } = await town.reads('grants/{until tomorrow}');
    expect(account.map(({ projectId }: Loose) => projectId)).toEqual([town.id.Stile]);
  });

  it('a call-in after money has moved undoes nothing that was paid, and keeps what was used', async () => {
    await town.begins(2);
    await boards.tables('weir, go', { body: 'lead', on: 'weir', ask: 'go' });
    await boards.decides('weir, go', { by: 'p-sam', votes: { 'p-sam': 'for' }, rationale: 'It pays.' });
    const paid = { plannedValue: '2500000', earnedValue: '2000000', actualCost: '2400000' };
    await town.does('p-priya', 'projects/{weir}/reports', {
      ...{ reportedFor: town.dateOf(2), figures: paid, ownStatus: 'amber', narrative: 'The piles are in.' },
    });
    const before = await town.reads('projects/{weir}');
    await town.does('p-chen', 'motions/{weir, go}/call-in', why);
    const { status, baseline, lastReport } = await town.reads('projects/{weir}');
    expect([status, baseline, lastReport]).toEqual(['authorised', before.baseline, before.lastReport]);
    expect(lastReport.figures.actualCost).toBe('2400000');
    expect((await town.reads('grants/{grant of the lead}')).used).toMatchObject([{ confirmed: '12500000' }]);
    expect(await boards.register()).toContain('weir, go: go, called-in');
    expect(await town.isRefused('p-sam', 'motions/{weir, go}/call-in', why)).toBe('403 not-yours-to-call-in');
    expect(await town.isRefused('p-sven', 'motions/{weir, go}/call-in', why)).toBe('409 decision-called-in');
    const { rows } = await town.reads('portfolios/{town}/people/p-chen/to-do');
    expect(rows).toContainEqual(
      expect.objectContaining({ task: 'decide-called-in', motionId: town.id['weir, go'] }),
    );
  });
});
