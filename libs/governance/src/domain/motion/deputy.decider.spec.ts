import { specFor } from '@docket/kernel/testing';
import type { EstablishedBody, Seat } from '../body';
import { decider } from './motion.decider';
import type { MotionCommand, MatterFacts } from './motion.commands';
import type { BallotOpened, Choice, Result, Struck } from './motion.events';
import {
  ballotOn,
  body as board,
  carriedOver,
  closedWith,
  project,
  projectWith,
  tabled,
  vote,
} from './motion.scenes';

const { given } = specFor(decider);
const deputy = { actor: 'mona' };
const now = '2026-03-02T09:00:00.000Z';

/** The board with mona as deputy, and the chair's seat as it is said. */
const bodyWith = (chair: Partial<Seat> = {}): EstablishedBody => ({
  ...board,
  seats: board.seats.map((seat) => {
    if (seat.personId === 'mona') return { ...seat, role: 'deputy' };
    return seat.role === 'chair' ? { ...seat, ...chair } : seat;
  }),
});
const body = bodyWith();
const chairAway = bodyWith({ until: now });
const chairRecused = projectWith({ sponsor: 'cleo' });

const open = (of: EstablishedBody, on: MatterFacts = project): MotionCommand => ({
  type: 'OpenBallot',
  data: { body: of, project: on, projectRevision: 4 },
});
const close = (of: EstablishedBody, on: MatterFacts = project): MotionCommand => ({
  type: 'CloseBallot',
  data: { body: of, project: on, whenOver: { body: of, project: on } },
});
const record = (of: EstablishedBody, on: MatterFacts = project): MotionCommand => ({
  type: 'RecordDecision',
  data: {
    ...{ body: of, project: on, rationale: 'It pays.', conditions: [], timeZone: 'UTC' },
    authority: { isLimited: false, under: [], callIn: [] },
  },
});
/** The same ballot, where mona is the deputy. */
const printed = (ballot: BallotOpened): BallotOpened => ({
  ...ballot,
  data: {
    ...ballot.data,
    electorate: ballot.data.electorate.map((one) =>
      one.personId === 'mona' && one.standing !== 'alternate' ? { ...one, role: 'deputy' } : one,
    ),
  },
});

describe('A deputy', () => {
  it('votes, and is printed as such beside who leads', () =>
    given(tabled).when(open(body), { actor: 'cleo' }).then(printed(ballotOn())));

  it('opens no ballot while the chair leads', () =>
    given(tabled).when(open(body), deputy).thenRefused('not-chair-or-secretary'));

  it('opens it where the chair is recused, and is printed as who leads', () => {
    const ballot = printed(ballotOn({ recused: ['cleo', 'sponsor'] }));
    given(tabled)
      .when(open(body, chairRecused), deputy)
      .then({ ...ballot, data: { ...ballot.data, lead: { personId: 'mona', why: 'chair-recused' } } });
  });

  it('opens it where no chair has a seat in term', () => {
    const { data } = printed(ballotOn());
    const electorate = data.electorate.filter(({ personId }) => personId !== 'cleo');
    given(tabled)
      .when(open(chairAway), deputy)
      .then({
        type: 'BallotOpened',
        data: { ...data, electorate, lead: { personId: 'mona', why: 'no-chair' } },
      });
  });

  it('does not where they are recused themselves', () =>
    given(tabled)
      .when(open(chairAway, projectWith({ sponsor: 'mona' })), deputy)
      .thenRefused('not-chair-or-secretary'));

  const cast = [vote('mona', 'for', 'Yes'), vote('milo', 'for', 'Yes'), vote('nils', 'against', 'No')];
  const recusal = printed(ballotOn({ recused: ['cleo', 'sponsor'] }));

  it('closes ahead in the place of a chair who was recused', () =>
    given(tabled, recusal, ...cast.slice(0, 1))
      .when(close(body, chairRecused), deputy)
      .then(closedWith({ inFavour: 1, entitled: 3, denominator: 1, result: 'no-quorum' }), carriedOver()));

  it('does so where the chair was recused at the opening and has given the part up since', () =>
    given(tabled, recusal, ...cast.slice(0, 1))
      .when(close(body), deputy)
      .then(closedWith({ inFavour: 1, entitled: 3, denominator: 1, result: 'no-quorum' }), carriedOver()));

  it('does not while the chair leads', () =>
    given(tabled, printed(ballotOn()), ...cast)
      .when(close(body), deputy)
      .thenRefused('not-chair-or-secretary'));

  it('records what was decided in the place of the chair', () => {
    const history = [tabled, recusal, closedWith()];
    given(...history)
      .when(record(body, chairRecused), deputy)
      .then({
        type: 'DecisionRecorded',
        data: {
          ...{ motionId: 'motion', bodyId: 'board', projectId: 'project', outcome: 'go' },
          ...{
            rationale: 'It pays.',
            decidedAt: now,
            grants: [],
            conditions: [],
            callIn: [],
            supersedes: null,
          },
        },
      });
    given(...history)
      .when(record(body), deputy)
      .thenRefused('not-chair-or-secretary');
  });
});

describe('Who leads casts where as many are for as against', () => {
  const rules = {
    carryRule: 'majority-or-casting-vote',
    minimumSeats: 1,
    quorum: { kind: 'count', seats: 2 },
  } as const;
  const tied = { ...ballotOn({ closesAt: '2026-03-09T17:00:00.000Z' }) };
  const ballot = printed({ ...tied, data: { ...tied.data, ...rules } });
  const votes = (chair: Choice, deputy: Choice) => [
    vote('cleo', chair, 'So'),
    vote('mona', deputy, 'So'),
    vote('milo', 'for', 'So'),
    vote('nils', 'against', 'So'),
  ];
  const atEnd = { at: '2026-03-09T18:00:00.000Z', actor: 'process:ballot-clock' };
  const counting = (whenOver: EstablishedBody, now = whenOver): MotionCommand => ({
    type: 'CloseBallot',
    data: { body: now, project, whenOver: { body: whenOver, project } },
  });
  const ended = (result: Result, struck: readonly Struck[] = []) => {
    const cast = 4 - struck.length;
    const count = {
      inFavour: 2,
      against: cast - 2,
      abstained: 0,
      entitled: 4,
      denominator: cast,
      quorumNeeded: 2,
    };
    return closedWith({ ...count, endedAt: '2026-03-09T17:00:00.000Z', result, struck });
  };
  /** The chair and the deputy have changed places. */
  const changed = (of: EstablishedBody): EstablishedBody => ({
    ...of,
    seats: of.seats.map((seat) => {
      if (seat.role === 'chair') return { ...seat, role: 'deputy' };
      return seat.role === 'deputy' ? { ...seat, role: 'chair' } : seat;
    }),
  });

  it('as the chair of the moment when the voting ended, whoever was it at the opening', () => {
    given(tabled, ballot, ...votes('for', 'against'))
      .when(counting(body), atEnd)
      .then(ended('carried'));
    given(tabled, ballot, ...votes('for', 'against'))
      .when(counting(changed(body)), atEnd)
      .then(ended('lost'));
  });
  it('and not as who has become it since', () =>
    given(tabled, ballot, ...votes('for', 'against'))
      .when(counting(body, changed(body)), atEnd)
      .then(ended('carried')));
  it('and who has become chair without a vote on it casts none: it is lost', () => {
    const seats = [
      ...body.seats.filter(({ role }) => role !== 'chair'),
      { personId: 'nora', role: 'chair', from: '2026-03-05T00:00:00.000Z' } as const,
    ];
    given(tabled, ballot, ...votes('abstain', 'for').slice(0, 2), vote('milo', 'against', 'So'))
      .when(counting({ ...body, seats }), atEnd)
      .then(
        closedWith({
          ...{ endedAt: '2026-03-09T17:00:00.000Z', inFavour: 1, against: 1, entitled: 4, denominator: 2 },
          ...{ quorumNeeded: 2, result: 'lost', struck: [{ personId: 'cleo', why: 'seat-lost' }] },
        }),
      );
  });
});

describe('A quorum with who leads', () => {
  const led = (of: EstablishedBody): EstablishedBody => ({ ...of, quorum: { ...of.quorum, withLead: true } });
  it('opens no ballot where neither chair nor deputy may decide', () => {
    const onlyChair = { ...led(board), minimumSeats: 1 };
    given(tabled).when(open(onlyChair, chairRecused), { actor: 'sami' }).thenRefused('lead-missing');
    const seats = onlyChair.seats.filter(({ role }) => role !== 'chair');
    given(tabled)
      .when(open({ ...onlyChair, seats }), { actor: 'sami' })
      .thenRefused('lead-missing');
  });
  it('opens one where the deputy leads', () => {
    const { data } = printed(ballotOn({ recused: ['cleo', 'sponsor'] }));
    given(tabled)
      .when(open(led(body), chairRecused), { actor: 'sami' })
      .then({
        type: 'BallotOpened',
        data: {
          ...data,
          quorum: { kind: 'count', seats: 3, withLead: true },
          lead: { personId: 'mona', why: 'chair-recused' },
        },
      });
  });
});
