import { specFor } from '@docket/kernel/testing';
import type { EstablishedBody, Seat } from '../body';
import { decider } from './motion.decider';
import type { MotionCommand, MatterFacts } from './motion.commands';
import type { BallotOpened, Choice, Elector, MotionEvent, RecusalGround, Struck } from './motion.events';
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
const [alma, mona, sami, cleo] = ['alma', 'mona', 'sami', 'cleo'].map((actor) => ({ actor })) as [
  { actor: string },
  { actor: string },
  { actor: string },
  { actor: string },
];
const from = '2026-01-01T00:00:00.000Z';
const now = '2026-03-02T09:00:00.000Z';
const seatOfAlma: Seat = { personId: 'alma', role: 'alternate', alternateFor: 'mona', from };
/** The board where alma sits for mona. */
const body: EstablishedBody = { ...board, seats: [...board.seats, seatOfAlma] };
const without = (who: string): EstablishedBody => ({
  ...body,
  seats: body.seats.filter(({ personId }) => personId !== who),
});

const entitled: Elector = { personId: 'alma', role: 'alternate', standing: 'alternate', for: 'mona' };
/** The ballot of that board, as it prints alma. */
const printed = (recused?: [string, RecusalGround], ofAlma: Elector = entitled): BallotOpened => {
  const ballot = ballotOn(recused ? { recused } : {});
  return { ...ballot, data: { ...ballot.data, electorate: [ofAlma, ...ballot.data.electorate] } };
};
const facts = (of: EstablishedBody = body, on: MatterFacts = project) => ({ body: of, project: on });
const open = (...over: Parameters<typeof facts>): MotionCommand => ({
  type: 'OpenBallot',
  data: { ...facts(...over), projectRevision: 4 },
});
const cast = (choice: Choice, ...over: Parameters<typeof facts>): MotionCommand => ({
  type: 'CastVote',
  data: { ...facts(...over), choice, reason: 'So' },
});
const close = (...over: Parameters<typeof facts>): MotionCommand => ({
  type: 'CloseBallot',
  data: { ...facts(...over), whenOver: facts(...over) },
});
const voted = (...who: readonly string[]): readonly MotionEvent[] => who.map((one) => vote(one, 'for', 'So'));

describe('A ballot prints alternates', () => {
  it('beside whom they sit for', () => given(tabled).when(open(), cleo).then(printed()));
  it('and those who are recused themselves as such', () =>
    given(tabled)
      .when(open(body, projectWith({ sponsor: 'alma' })), cleo)
      .then(
        printed(undefined, {
          ...{ personId: 'alma', role: 'alternate', standing: 'recused', why: 'sponsor', for: 'mona' },
        }),
      ));
  it('but not where the one they sit for has no seat', () => {
    const { data } = ballotOn();
    const electorate = data.electorate.filter(({ personId }) => personId !== 'mona');
    given(tabled)
      .when(open(without('mona')), cleo)
      .then({ type: 'BallotOpened', data: { ...data, electorate } });
  });
  it('and does not count them as seats', () => {
    const five = { ...body, quorum: { kind: 'count', seats: 5 } } as const;
    given(tabled).when(open(five), cleo).thenRefused('quorum-larger-than-body');
    const minimum = { ...body, minimumSeats: 5 };
    given(tabled).when(open(minimum), cleo).thenRefused('too-few-seats');
  });
  it('nor in what it says of them', () => {
    const state = decider.evolve(decider.initialState(), tabled);
    const context = { actor: 'cleo', reach: 'anything', at: now, now, origin: 'live' } as const;
    const minimum = { ...body, minimumSeats: 5 };
    const verdict = decider.decide(open(minimum), state, context);
    expect(verdict).toMatchObject({
      refusal: { message: expect.stringMatching(/^4 of 4 voting seats are entitled/) },
    });
  });
});

describe('An alternate votes', () => {
  it('in the absence of whom they sit for', () =>
    given(tabled, printed())
      .when(cast('for'), alma)
      .then(vote('alma', 'for', 'So')));
  it('and may change that', () =>
    given(tabled, printed(), vote('alma', 'for', 'So'))
      .when(cast('against'), alma)
      .then(vote('alma', 'against', 'So')));
  it('not beside them', () =>
    given(tabled, printed(), vote('mona', 'for', 'So'))
      .when(cast('for'), alma)
      .thenRefused('principal-has-voted'));
  it('until they vote after all: that displaces the vote, on record', () =>
    given(tabled, printed(), vote('alma', 'for', 'So'))
      .when(cast('against'), mona)
      .then(vote('mona', 'against', 'So'), {
        type: 'VoteDisplaced',
        data: { motionId: 'motion', personId: 'alma', by: 'mona' },
      }));
  it('and is not displaced twice', () =>
    given(...[tabled, printed(), vote('alma', 'for', 'So'), vote('mona', 'for', 'So')], {
      type: 'VoteDisplaced',
      data: { motionId: 'motion', personId: 'alma', by: 'mona' },
    })
      .when(cast('against'), mona)
      .then(vote('mona', 'against', 'So')));
  it('never for who was recused when it opened, though they have given the part up since', () =>
    given(tabled, printed(['mona', 'sponsor']))
      .when(cast('for'), alma)
      .thenRefused('principal-recused'));
  it('nor for who was recused since', () =>
    given(tabled, printed())
      .when(cast('for', body, projectWith({ manager: 'mona' })), alma)
      .thenRefused('principal-recused'));
  it('not while they are recused themselves', () => {
    given(tabled, printed())
      .when(cast('for', body, projectWith({ manager: 'alma' })), alma)
      .thenRefused('recused');
  });
  it.each(['alma', 'mona'])('not once the seat of %s is lost', (who) =>
    given(tabled, printed())
      .when(cast('for', without(who)), alma)
      .thenRefused('not-a-member'),
  );
  it('not where they sit for another by now', () => {
    const moved = {
      ...without('alma'),
      seats: [...without('alma').seats, { ...seatOfAlma, alternateFor: 'milo' }],
    };
    given(tabled, printed()).when(cast('for', moved), alma).thenRefused('not-a-member');
  });
});

describe('A seat with an alternate', () => {
  const others = voted('cleo', 'milo');
  const struck = (personId: string, why: Struck['why']): Struck => ({ personId, why });

  it('is one seat, in which the alternate has voted', () =>
    given(tabled, printed(), ...others, ...voted('alma', 'nils'))
      .when(close(), sami)
      .then(closedWith({ inFavour: 4, entitled: 4, denominator: 4 })));
  it('has voted when either has: the secretary waits for neither', () => {
    given(tabled, printed(), ...others, ...voted('nils'))
      .when(close(), sami)
      .thenRefused('ballot-still-running');
    given(tabled, printed(), ...others, ...voted('mona', 'nils'))
      .when(close(), sami)
      .then(closedWith({ inFavour: 4, entitled: 4, denominator: 4 }));
  });
  it('is without a vote where the alternate lost theirs, and still entitled', () =>
    given(tabled, printed(), ...others, ...voted('alma'))
      .when(close(without('alma')), cleo)
      .then(
        closedWith({
          ...{ inFavour: 2, entitled: 4, denominator: 2 },
          ...{ result: 'no-quorum', struck: [struck('alma', 'seat-lost')] },
        }),
        carriedOver(),
      ));
  it('is lost with both votes where its holder lost it, and still entitled', () =>
    given(tabled, printed(), ...others, ...voted('alma', 'nils'))
      .when(close(without('mona')), cleo)
      .then(
        closedWith({
          ...{ inFavour: 3, entitled: 4, denominator: 3 },
          struck: [struck('alma', 'seat-lost'), struck('mona', 'seat-lost')],
        }),
      ));
  it('leaves both denominators where its holder is recused since, whoever voted', () =>
    given(tabled, printed(), ...others, ...voted('alma', 'nils'))
      .when(close(body, projectWith({ manager: 'mona' })), cleo)
      .then(
        closedWith({
          ...{ inFavour: 3, entitled: 3, denominator: 3 },
          struck: [struck('alma', 'principal-recused'), struck('mona', 'manager')],
        }),
      ));
  it('stays where only the alternate is recused since, whose vote is void', () =>
    given(tabled, printed(), ...others, ...voted('alma', 'nils'))
      .when(close(body, projectWith({ manager: 'alma' })), cleo)
      .then(
        closedWith({
          ...{ inFavour: 3, entitled: 4, denominator: 3 },
          struck: [struck('alma', 'manager')],
        }),
      ));
  it('does not lead through its alternate: a tie is lost where the chair has not voted', () => {
    const forChair: Seat = { ...seatOfAlma, alternateFor: 'cleo' };
    const led: EstablishedBody = { ...board, seats: [...board.seats, forChair] };
    const ballot = printed(undefined, { ...entitled, for: 'cleo' });
    const casting = { ...ballot, data: { ...ballot.data, carryRule: 'majority-or-casting-vote' as const } };
    given(
      tabled,
      casting,
      ...voted('alma', 'milo'),
      vote('mona', 'against', 'No'),
      vote('nils', 'against', 'No'),
    )
      .when(close(led), sami)
      .then(closedWith({ inFavour: 2, against: 2, entitled: 4, denominator: 4, result: 'lost' }));
  });
});
