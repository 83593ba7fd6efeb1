import { specFor } from '@docket/kernel/testing';
import type { PeopleOf } from '@docket/project';
import { decider } from './motion.decider';
import type { MotionCommand } from './motion.commands';
import type { MotionEvent } from './motion.events';
import {
  ballotOn,
  body,
  carriedOver,
  close,
  closedWith,
  projectWith,
  tabled,
  vote,
  votes,
  without,
} from './motion.scenes';

const { given } = specFor(decider);
const chair = { actor: 'cleo' };
const secretary = { actor: 'sami' };

describe('A ballot closes', () => {
  const history = [tabled, ballotOn(), ...votes('cleo', 'mona', 'milo')];

  it('when the chair says so, though a vote is missing', () =>
    given(...history)
      .when(close(), chair)
      .then(closedWith({ inFavour: 3, entitled: 4, denominator: 3 })));
  it('not when the secretary says so and a vote is missing', () =>
    given(...history)
      .when(close(), secretary)
      .thenRefused('ballot-still-running'));
  it('by the secretary when everybody entitled has voted', () =>
    given(...history, ...votes('nils'))
      .when(close(), secretary)
      .then(closedWith({ inFavour: 4, entitled: 4, denominator: 4 })));
  it('by the secretary when everybody has voted who still may', () => {
    given(...history)
      .when(close(without('nils')), secretary)
      .then(
        closedWith({
          inFavour: 3,
          entitled: 4,
          denominator: 3,
          struck: [{ personId: 'nils', why: 'seat-lost' }],
        }),
      );
  });
  it('by the secretary when its time is over', () => {
    const ballot = ballotOn({ closesAt: '2026-03-09T17:00:00.000Z' });
    given(tabled, ballot, ...votes('cleo', 'mona', 'milo'))
      .when(close(), { ...secretary, at: '2026-03-09T17:00:00.000Z' })
      .then(closedWith({ endedAt: '2026-03-09T17:00:00.000Z', inFavour: 3, entitled: 4, denominator: 3 }));
  });
  describe('by its clock', () => {
    const clock = { actor: 'process:ballot-clock' };
    const closesAt = '2026-03-09T17:00:00.000Z';
    const timed = [tabled, ballotOn({ closesAt }), ...votes('cleo', 'mona', 'milo')];
    it('when its time has come', () =>
      given(...timed)
        .when(close(), { ...clock, at: closesAt })
        .then(closedWith({ endedAt: closesAt, inFavour: 3, entitled: 4, denominator: 3 })));
    it('not before, though everybody has voted', () =>
      given(...timed, ...votes('nils'))
        .when(close(), { ...clock, at: '2026-03-09T16:59:59.999Z' })
        .thenRefused('ballot-still-running'));
    it('never where it says no time', () =>
      given(...history, ...votes('nils'))
        .when(close(), { ...clock, at: closesAt })
        .thenRefused('ballot-still-running'));
  });
  it('not by another process, at any time', () =>
    given(tabled, ballotOn({ closesAt: '2026-03-09T17:00:00.000Z' }))
      .when(close(), { actor: 'process:decision-follow-up', at: '2026-03-10T00:00:00.000Z' })
      .thenRefused('not-chair-or-secretary'));
  it('not by a chair who is the sponsor while votes are missing', () =>
    given(...history)
      .when(close({ project: projectWith({ sponsor: 'cleo' }) }), chair)
      .thenRefused('ballot-still-running'));
  it('not by a chair who was recused at the opening and declined the part since, while votes are missing', () =>
    given(tabled, ballotOn({ recused: ['cleo', 'sponsor'] }), ...votes('mona', 'milo'))
      .when(close(), chair)
      .thenRefused('ballot-still-running'));
  it('not by a member', () =>
    given(...history)
      .when(close(), { actor: 'mona' })
      .thenRefused('not-chair-or-secretary'));
  it('without a decision when the quorum is missed', () =>
    given(tabled, ballotOn(), ...votes('cleo'))
      .when(close(), chair)
      .then(closedWith({ inFavour: 1, entitled: 4, denominator: 1, result: 'no-quorum' }), carriedOver()));
  it('with the vote of a person who lost the seat struck, and the seat still counted', () =>
    given(...history)
      .when(close(without('mona')), chair)
      .then(
        closedWith({
          inFavour: 2,
          entitled: 4,
          denominator: 2,
          result: 'no-quorum',
          struck: [{ personId: 'mona', why: 'seat-lost' }],
        }),
        carriedOver(),
      ));
  it('with the vote of a person whose term ended struck', () => {
    const until = '2026-03-02T08:00:00.000Z';
    const seats = body.seats.map((seat) => (seat.personId === 'mona' ? { ...seat, until } : seat));
    given(...history)
      .when(close({ body: { ...body, seats } }), chair)
      .then(
        closedWith({
          inFavour: 2,
          entitled: 4,
          denominator: 2,
          result: 'no-quorum',
          struck: [{ personId: 'mona', why: 'seat-lost' }],
        }),
        carriedOver(),
      );
  });
  it('with the vote of a person who took a role in the project struck, and the seat left out', () =>
    given(...history)
      .when(close({ project: projectWith({ manager: 'mona' }) }), chair)
      .then(
        closedWith({
          inFavour: 2,
          entitled: 3,
          denominator: 2,
          result: 'no-quorum',
          struck: [{ personId: 'mona', why: 'manager' }],
        }),
        carriedOver(),
      ));
  it('without striking who was recused from the start, seat lost or not', () => {
    const votes = ['cleo', 'mona', 'nils'].map((one) => vote(one, 'for', 'Yes'));
    given(tabled, ballotOn({ recused: ['milo', 'sponsor'] }), ...votes)
      .when(close(without('milo')), chair)
      .then(closedWith({ inFavour: 3, entitled: 3, denominator: 3 }));
  });
  it('without a quorum again, as often as it takes', () =>
    given(
      ...[tabled, ballotOn(), ...votes('cleo')],
      ...[closedWith({ inFavour: 1, denominator: 1, result: 'no-quorum' }), carriedOver()],
      ...[ballotOn(), ...votes('mona')],
    )
      .when(close(), chair)
      .then(closedWith({ inFavour: 1, denominator: 1, result: 'no-quorum' }), carriedOver(2)));
  it('anew after it was carried over, with the votes of the new ballot alone', () =>
    given(
      ...[tabled, ballotOn(), vote('nils', 'against', 'No')],
      ...[closedWith({ inFavour: 0, against: 1, denominator: 1, result: 'no-quorum' }), carriedOver()],
      ...[ballotOn(), ...votes('cleo', 'mona', 'milo')],
    )
      .when(close(), chair)
      .then(closedWith({ inFavour: 3, entitled: 4, denominator: 3 })));
  it('once', () =>
    given(...history, closedWith())
      .when(close(), chair)
      .thenRefused('ballot-not-open'));
});

describe('A decision is recorded', () => {
  const authority = { isLimited: false, under: [], callIn: [] };
  const record = (rationale = 'It pays back in four years.', now: PeopleOf = {}): MotionCommand => ({
    type: 'RecordDecision',
    data: {
      authority,
      body,
      project: projectWith(now),
      rationale,
      conditions: [],
      timeZone: 'Europe/London',
    },
  });
  const decided: MotionEvent = {
    type: 'DecisionRecorded',
    data: {
      motionId: 'motion',
      bodyId: 'board',
      projectId: 'project',
      outcome: 'go',
      rationale: 'It pays back in four years.',
      decidedAt: '2026-03-02T09:00:00.000Z',
      grants: [],
      callIn: [],
      supersedes: null,
      conditions: [],
    },
  };
  const history = [tabled, ballotOn(), closedWith()];

  it.each([chair, secretary])('by $actor, with the reasons of the body', (who) =>
    given(...history)
      .when(record(), who)
      .then(decided),
  );
  it('not by a member', () =>
    given(...history)
      .when(record(), { actor: 'mona' })
      .thenRefused('not-chair-or-secretary'));
  it('not by a chair who manages the project', () =>
    given(...history)
      .when(record(undefined, { manager: 'cleo' }), chair)
      .thenRefused('recused'));
  it('not without reasons', () =>
    given(...history)
      .when(record(' '), chair)
      .thenRefused('rationale-missing'));
  it('once', () =>
    given(...history, decided)
      .when(record(), chair)
      .thenRefused('decision-already-recorded'));
  it.each(['lost', 'no-quorum'] as const)('not where the motion ended with %s', (result) =>
    given(tabled, ballotOn(), closedWith({ result })).when(record(), chair).thenRefused('motion-not-carried'),
  );
  it('not while the ballot is open', () =>
    given(tabled, ballotOn()).when(record(), chair).thenRefused('motion-not-carried'));
});
