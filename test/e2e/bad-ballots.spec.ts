import type { BoardDays } from './board-days.fixture';
import type { Loose } from './docket.fixture';
import { aTown } from './embedded-town.fixture';
import { bridge } from './samples.fixture';
import type { ToldBoards } from './told-boards.fixture';

const yes = { choice: 'for', reason: 'It pays.' };

describe('what goes wrong while a board votes', () => {
  let town: ToldBoards;
  let boards: BoardDays;
  beforeAll(async () => {
    boards = await aTown();
    ({ town } = boards);
  });
  afterAll(() => town.ends());

  /** A new proposal with a motion before the board, both of this name; `open`: its ballot is open. */
  const asked = async (name: string, ballot?: object, parts = {}): Promise<void> => {
    await town.makes(name, 'p-otto', 'portfolios/{town}/projects', { ...bridge, ...parts, name });
    await boards.tables(`${name}, go`, { body: 'board', on: name, ask: 'go' });
    if (ballot) await town.does('p-sven', `motions/{${name}, go}/ballot`, ballot);
  };

  describe('rules that nobody can meet', () => {
    const rules = { quorum: { kind: 'count', seats: 1 }, carryRule: 'majority-of-cast', minimumSeats: 1 };
    const reason = 'It was always so.';

    it.each([
      ['a rule nobody knows', { ...rules, carryRule: 'everybody' }, '400 fields-invalid'],
      [
        'a quorum of more seats than vote',
        { ...rules, quorum: { kind: 'count', seats: 4 } },
        '422 quorum-larger-than-body',
      ],
      ['a quorum of none', { ...rules, quorum: { kind: 'count', seats: 0 } }, '400 fields-invalid'],
      ['fewest seats above those there are', { ...rules, minimumSeats: 4 }, '422 minimum-larger-than-body'],
    ])('%s: refused when they are asked for', async (_, asked_, refused) => {
      expect(await town.isRefused('p-otto', 'bodies/{board}/rules', { ...asked_, reason })).toBe(refused);
    });

    it('who leads among the voters, and nobody leads: refused when asked for, and when a ballot would open', async () => {
      const led = { ...rules, quorum: { kind: 'count', seats: 1, withLead: true } };
      await town.makes('headless', 'p-otto', 'portfolios/{town}/bodies', { name: 'Headless', ...rules });
      await town.does('p-otto', 'bodies/{headless}/seats', { personId: 'p-dina', role: 'member' });
      expect(await town.isRefused('p-otto', 'bodies/{headless}/rules', { ...led, reason })).toBe(
        '422 lead-missing',
      );
      await town.makes('led', 'p-otto', 'portfolios/{town}/bodies', { name: 'Led', ...led });
      for (const [personId, role] of [
        ['p-dina', 'member'],
        ['p-sven', 'secretary'],
      ] as const)
        await town.does('p-otto', 'bodies/{led}/seats', { personId, role });
      await town.makes('kiosk', 'p-priya', 'portfolios/{town}/projects', { ...bridge, name: 'Kiosk' });
      await boards.tables('kiosk, go', { body: 'led', on: 'kiosk', ask: 'go' });
      expect(await town.isRefused('p-sven', 'motions/{kiosk, go}/ballot')).toBe('422 lead-missing');
    });

    it('more seats than the body has got by now: refused when a ballot would open, and the motion stays', async () => {
      await town.makes('four', 'p-otto', 'portfolios/{town}/bodies', {
        ...{ ...rules, name: 'Four', quorum: { kind: 'count', seats: 4 } },
      });
      await town.does('p-otto', 'bodies/{four}/seats', { personId: 'p-chen', role: 'chair' });
      await town.makes('pier', 'p-priya', 'portfolios/{town}/projects', { ...bridge, name: 'Pier' });
      await boards.tables('pier, go', { body: 'four', on: 'pier', ask: 'go' });
      expect(await town.isRefused('p-chen', 'motions/{pier, go}/ballot')).toBe('422 quorum-larger-than-body');
      expect((await town.reads('motions/{pier, go}')).status).toBe('tabled');
    });
  });

  it('of two motions on one project at once one is tabled', async () => {
    await town.makes('sluice', 'p-priya', 'portfolios/{town}/projects', { ...bridge, name: 'Sluice' });
    const motion = boards.asked({ body: 'board', on: 'sluice', ask: 'go', supersedes: undefined });
    const answers = await Promise.all(
      ['p-sven', 'p-chen'].map((who) => town.asks(who, 'portfolios/{town}/motions', motion)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('motion-already-open');
    const { rows } = await town.reads('portfolios/{town}/motions');
    expect(rows.filter(({ projectId }: Loose) => projectId === town.id.sluice)).toHaveLength(1);
  });

  it('a proposal with a motion is not withdrawn, and one that is withdrawn gets none', async () => {
    await asked('Lock');
    const why = { reason: 'Too early.' };
    expect(await town.isRefused('p-priya', 'projects/{Lock}/withdrawal', why)).toBe(
      '409 motion-already-open',
    );
    await town.does('p-sven', 'motions/{Lock, go}/withdrawal', why);
    await town.comesToBe('it is free', 'motions/{Lock, go}', ({ followUp }) => followUp !== null);
    await town.does('p-priya', 'projects/{Lock}/withdrawal', why);
    const motion = boards.asked({ body: 'board', on: 'Lock', ask: 'go', supersedes: undefined });
    expect(await town.isRefused('p-sven', 'portfolios/{town}/motions', motion)).toBe('422 ask-does-not-fit');
  });

  it('who leads may close once ahead, and nobody else; what that was worth is on record', async () => {
    await asked('Groyne', { closesAt: town.instantOf(5) });
    await boards.votes('Groyne, go', { 'p-chen': 'for', 'p-carl': 'for' });
    expect(await town.isRefused('p-sven', 'motions/{Groyne, go}/close')).toBe('409 ballot-still-running');
    expect(await town.isRefused('p-bea', 'motions/{Groyne, go}/close')).toBe('403 not-chair-or-secretary');
    await town.does('p-chen', 'motions/{Groyne, go}/close');
    const { ballot, outcome } = await town.reads('motions/{Groyne, go}');
    expect(outcome).toMatchObject({
      result: 'carried',
      closedBy: 'p-chen',
      count: { inFavour: 2, entitled: 3 },
    });
    expect(outcome.endedAt < ballot.closesAt).toBe(true);
    const { people } = await town.reads('bodies/{board}/attendance');
    expect(people.find(({ personId }: Loose) => personId === 'p-bea')).toMatchObject({ absent: 1 });
    expect(await town.isRefused('p-chen', 'motions/{Groyne, go}/close')).toBe('409 ballot-not-open');
    expect(await town.isRefused('p-bea', 'motions/{Groyne, go}/votes', yes)).toBe('409 ballot-not-open');
    for (const decision of [{}, { rationale: ' ' }])
      expect(await town.isRefused('p-chen', 'motions/{Groyne, go}/decision', decision)).toBe(
        '400 fields-invalid',
      );
  });

  it('who manages a project is changed by nobody while the board votes; who gives that up has no vote for it', async () => {
    await asked('Dune', {}, { manager: 'p-carl', sponsor: 'p-priya' });
    for (const who of ['p-priya', 'p-otto']) {
      const managed = { ...bridge, name: 'Dune', manager: 'p-bea' };
      expect(await town.isRefused(who, 'projects/{Dune}/business-case', managed, 'PUT')).toBe(
        '409 motion-already-open',
      );
    }
    await town.does('p-carl', 'projects/{Dune}/parts/decline', {
      part: 'manager',
      reason: 'I would rather vote.',
    });
    expect(await town.isRefused('p-carl', 'motions/{Dune, go}/votes', yes)).toBe('403 recused');
    await boards.votes('Dune, go', { 'p-chen': 'for', 'p-bea': 'against' });
    await town.does('p-chen', 'motions/{Dune, go}/close');
    expect((await town.reads('motions/{Dune, go}')).outcome).toMatchObject({
      ...{ result: 'lost', struck: [], count: { inFavour: 1, against: 1, entitled: 2 } },
    });
  });

  it('a vote at the very instant at which the voting ends is late', async () => {
    const closesAt = town.instantOf(1);
    await asked('Buoy', { closesAt });
    town.standsAt(new Date(Date.parse(closesAt) - 1).toISOString());
    await boards.votes('Buoy, go', { 'p-chen': 'for' });
    town.standsAt(closesAt);
    const late = await town.isRefused('p-bea', 'motions/{Buoy, go}/votes', yes);
    expect(['409 ballot-over', '409 ballot-not-open']).toContain(late);
    const isCounted = ({ formerBallots }: Loose) => formerBallots.length === 1;
    const { formerBallots } = await town.comesToBe('it is counted', 'motions/{Buoy, go}', isCounted);
    expect(formerBallots).toMatchObject([
      { votes: [{ personId: 'p-chen' }], outcome: { endedAt: closesAt, count: { inFavour: 1, against: 0 } } },
    ]);
  });
});
