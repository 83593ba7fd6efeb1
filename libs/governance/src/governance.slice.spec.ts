import 'reflect-metadata';
import { loadState, runCommand, type Recorded } from '@docket/kernel';
import { requestOf } from '@docket/portfolio/testing';
import { Project, type NoteDeparture, type PortfolioFacts } from '@docket/project';
import { bodiesOf, decisionRegister, followUpOf, FindMotionQuery, ListMotionsQuery, motionById } from '.';
import { anotherRuntime, followUpOver, openBoard, portfolioId } from './testing/board';
import { AS_RECORDED, UNDER_NOTHING } from './testing/delegation';

type Opened = Awaited<ReturnType<typeof openBoard>>;

const openPortfolio: PortfolioFacts = {
  status: 'open',
  currency: 'GBP',
  timeZone: 'Europe/London',
  history: 'settled',
};

const of = (events: readonly Recorded[]) => events.map(({ type, data }) => ({ type, data }));

describe('a body decides through the bus', () => {
  let slice: Opened;
  let bodyId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'milo');
    projectId = await slice.board.propose();
  });
  afterEach(() => slice.close());

  const tabled = async (key = 'motion') => {
    const answer = await slice.board.table(bodyId, projectId, key);
    return answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
  };
  const decided = async (choice: 'for' | 'against', key = 'motion') => {
    const motionId = await tabled(key);
    await slice.board.open(motionId);
    for (const who of ['cleo', 'mona', 'milo']) await slice.board.vote(motionId, who, choice);
    await slice.board.close(motionId);
    return motionId;
  };
  const follow = async () => {
    const runner = followUpOver(slice.store, 'follow');
    runner.start();
    expect(await runner.waitUntilIdle()).toMatchObject({ state: 'running', unfinished: [] });
    await runner.stop();
  };
  const project = () => loadState(anotherRuntime(slice.store, 'look'), Project, projectId);

  it('from the question to the project that is authorised', async () => {
    const motionId = await decided('for');
    await slice.board.record(motionId);
    await follow();
    expect(await project()).toMatchObject({
      status: 'authorised',
      baseline: { current: { wholeLifeCost: '1200' } },
    });

    const { readModel, cut } = await slice.read();
    expect(await slice.queries.execute(new FindMotionQuery({ readModel, cut }, { motionId }))).toEqual({
      id: motionId,
      bodyId,
      projectId,
      ...{ matter: { on: 'component' }, kind: null, ask: 'go' },
      question: 'Shall it go ahead?',
      withdrawal: null,
      proposer: 'ada',
      tabledAt: '2026-03-02T09:00:00.000Z',
      status: 'decided',
      result: 'carried',
      ballot: {
        openedAt: '2026-03-02T09:00:00.000Z',
        openedBy: 'cleo',
        closesAt: null,
        quorum: { kind: 'count', seats: 2 },
        carryRule: 'majority-of-cast',
        minimumSeats: 2,
        projectRevision: 1,
        rules: 1,
        lead: { personId: 'cleo', why: 'chair' },
        electorate: [
          { personId: 'cleo', role: 'chair', standing: 'entitled' },
          { personId: 'milo', role: 'member', standing: 'entitled' },
          { personId: 'mona', role: 'member', standing: 'entitled' },
        ],
      },
      votes: ['cleo', 'milo', 'mona'].map((personId) => ({
        personId,
        choice: 'for',
        reason: `${personId} says for`,
        at: '2026-03-02T09:00:00.000Z',
        displacedBy: null,
      })),
      formerBallots: [],
      outcome: {
        endedAt: '2026-03-02T09:00:00.000Z',
        closedAt: '2026-03-02T09:00:00.000Z',
        closedBy: 'cleo',
        result: 'carried',
        count: { inFavour: 3, against: 0, abstained: 0, entitled: 3, quorumNeeded: 2, denominator: 3 },
        struck: [],
      },
      decision: {
        outcome: 'go',
        rationale: 'It pays back.',
        ...{ ...UNDER_NOTHING, conditions: [], callIn: [] },
        decidedAt: '2026-03-02T09:00:00.000Z',
        recordedBy: 'cleo',
      },
      ...{ escalations: [], supersedes: null, afterwards: AS_RECORDED },
      followUp: { state: 'carried', at: '2026-03-02T10:00:00.000Z', code: null },
    });
    expect(await decisionRegister(readModel, cut, { portfolioId })).toMatchObject([
      { motionId, projectId, outcome: 'go', followUp: { state: 'carried' } },
    ]);
    const [body] = await bodiesOf(readModel, cut, { portfolioId });
    expect(body?.seats.map(({ personId, inTerm }) => [personId, inTerm])).toEqual(
      ['cleo', 'milo', 'mona', 'sami'].map((one) => [one, true]),
    );
    expect(await motionById(readModel, { ...cut, number: 3 }, { motionId })).toMatchObject({
      refusal: { code: 'motion-unknown' },
    });
  });

  it('and frees the project where it decided nothing, so that it can be asked again', async () => {
    const motionId = await decided('against');
    const before = slice.clock.now();
    expect(await tabled('again')).toBe('motion-already-open');
    expect(slice.clock.now()).toBe(before);
    await follow();
    const second = await tabled('again');
    expect(await project()).toMatchObject({ status: 'proposed', openMotion: second });
    const { readModel, cut } = await slice.read();
    const closed = { portfolioId, status: 'closed' } as const;
    expect(await slice.queries.execute(new ListMotionsQuery({ readModel, cut }, closed))).toMatchObject([
      { id: motionId, result: 'lost' },
    ]);
    expect(await slice.queries.execute(new FindMotionQuery({ readModel, cut }, { motionId }))).toMatchObject({
      followUp: { state: 'released', code: null },
    });
  });

  it('and shows where the project did not take the decision any more, and frees it', async () => {
    await slice.board.record(await decided('for'));
    await follow();
    const motionId = await decided('for', 'second');
    const runtime = anotherRuntime(slice.store, 'departure');
    await runCommand(runtime, Project, projectId, requestOf('departure'), (): NoteDeparture => ({
      type: 'NoteDeparture',
      data: { projectId, absentFrom: '2026-03-02', source: 'list.csv', portfolio: openPortfolio },
    }));
    await slice.board.record(motionId);
    await follow();
    const { readModel, cut } = await slice.read();
    expect(await slice.queries.execute(new FindMotionQuery({ readModel, cut }, { motionId }))).toMatchObject({
      status: 'decided',
      followUp: { state: 'refused', code: 'outcome-does-not-fit' },
    });
    expect(await project()).not.toHaveProperty('openMotion');
  });

  it('on one motion at a time: of five tabled at once one is, and no claim is left of the others', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => tabled(key)));
    const [winner, ...rest] = answers.toSorted((a, b) => b.length - a.length);
    const { readModel, cut } = await slice.read();
    const motions = await slice.queries.execute(new ListMotionsQuery({ readModel, cut }, { portfolioId }));
    expect(motions.map(({ id }) => id)).toEqual([winner]);
    expect(new Set(rest)).toEqual(new Set(['motion-already-open']));
    expect(await project()).toMatchObject({ openMotion: winner });
  });

  it('once, though it is asked 20 times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => slice.board.table(bodyId, projectId)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await slice.events(`docket-motion-${await tabled()}`)).toHaveLength(1);
  });

  it('leaves no claim behind where tabling is refused', async () => {
    const answer = await slice.board.table('5b1cf5c2-35f5-8c1e-9d57-0c55a9a4b1f0', projectId);
    expect(answer).toMatchObject({ refusal: { code: 'body-unknown' } });
    expect(await slice.events(`docket-project-${projectId}`)).toHaveLength(1);
  });

  it('and withdrawn, so that the project can be put to a vote again', async () => {
    const motionId = await tabled();
    expect((await slice.board.withdraw(motionId)).outcome).toBe('accepted');
    expect(await slice.board.open(motionId)).toMatchObject({ refusal: { code: 'ballot-already-opened' } });
    await follow();
    expect(await project()).not.toHaveProperty('openMotion');
    expect(await tabled('again')).toMatch(/^[0-9a-f-]{36}$/);
    const { readModel, cut } = await slice.read();
    expect(await slice.queries.execute(new FindMotionQuery({ readModel, cut }, { motionId }))).toMatchObject({
      status: 'withdrawn',
      withdrawal: { reason: 'Too early.', by: 'ada' },
      followUp: { state: 'released' },
    });
  });

  it('with 20 voters at once: 20 votes', async () => {
    const voters = Array.from({ length: 20 }, (_, n) => `voter-${n}`);
    for (const voter of voters) await slice.board.seat(bodyId, voter, 'member');
    const motionId = await tabled();
    await slice.board.open(motionId);
    const answers = await Promise.all(voters.map((voter) => slice.board.vote(motionId, voter, 'for')));
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(20);
    const votes = (await slice.events(`docket-motion-${motionId}`)).filter(({ type }) => type === 'VoteCast');
    expect(new Set(votes.map(({ meta }) => meta.actor))).toEqual(new Set(voters));
    expect(votes).toHaveLength(20);
  });

  it('records under which revisions of body and project the ballot opened', async () => {
    const motionId = await decided('for');
    const opened = (await slice.events(`docket-motion-${motionId}`))[1];
    expect(opened?.meta.guards).toEqual([
      { stream: `docket-body-${bodyId}`, revision: 4 },
      { stream: `docket-project-${projectId}`, revision: 1 },
    ]);
  });

  it('follows up in its own stream, in the conversation of the trigger', async () => {
    const motionId = await decided('for');
    await slice.board.record(motionId);
    await follow();
    const events = await slice.events(`docket-decision-follow-up-${followUpOf(motionId)}`);
    expect(of(events)).toEqual([
      {
        type: 'DecisionFollowUpOpened',
        data: { motionId, projectId, portfolioId, decision: { ...UNDER_NOTHING, bodyId, outcome: 'go' } },
      },
      { type: 'DecisionFollowUpStepDone', data: { motionId, step: 'carry-decision' } },
    ]);
    const trigger = (await slice.events(`docket-motion-${motionId}`)).at(-1);
    const carried = (await slice.events(`docket-project-${projectId}`)).at(-1);
    expect(events[0]?.meta).toMatchObject({
      actor: 'process:decision-follow-up',
      authentication: 'process',
      correlationId: trigger?.meta.correlationId,
      causationId: trigger?.id,
      portfolio: portfolioId,
    });
    expect(carried).toMatchObject({
      type: 'DecisionCarried',
      meta: {
        actor: 'process:decision-follow-up',
        correlationId: trigger?.meta.correlationId,
        causationId: events[0]?.id,
      },
    });
  });
});
