import * as fc from 'fast-check';
import { specFor } from '@docket/kernel/testing';
import type { SeatRole } from '../body';
import { decider } from './motion.decider';
import type { MotionCommand, ProjectFacts } from './motion.commands';
import type { BallotOpened, Choice, Elector, MotionEvent } from './motion.events';
import { body, ballotOn, carried, project, tabled, tabling, vote } from './motion.scenes';

const { given } = specFor(decider);
const chair = { actor: 'cleo' };
const secretary = { actor: 'sami' };

describe('A motion is tabled', () => {
  it('on a project, before a body', () => given().when(tabling()).then(tabled));
  it('once: the same again changes nothing', () => given(tabled).when(tabling()).thenNothing());
  it('not twice under one id', () =>
    given(tabled)
      .when(tabling({ question: 'Another?' }))
      .thenRefused('motion-already-tabled'));
  it('not before a body that does not exist', () =>
    given()
      .when(tabling({ body: { status: 'absent' } }))
      .thenRefused('body-unknown'));
  it('not on a project that does not exist', () =>
    given()
      .when(tabling({ project: undefined }))
      .thenRefused('project-unknown'));
  it('not before a body of another portfolio', () =>
    given()
      .when(tabling({ body: { ...body, portfolioId: 'other' } }))
      .thenRefused('another-portfolio'));
  it('not on a project of another portfolio', () =>
    given()
      .when(tabling({ project: { ...project, portfolioId: 'other' } }))
      .thenRefused('another-portfolio'));
  it('not without a question', () =>
    given()
      .when(tabling({ question: ' ' }))
      .thenRefused('question-missing'));
  it('not asking for what cannot be decided on the project as it is', () =>
    given()
      .when(tabling({ ask: 'kill' }))
      .thenRefused('ask-does-not-fit'));
  it('not while another motion is open on the project', () =>
    given()
      .when(tabling({ project: { ...project, openMotion: 'other' } }))
      .thenRefused('motion-already-open'));
});

describe('A ballot opens', () => {
  const open = (
    change: Partial<Extract<MotionCommand, { type: 'OpenBallot' }>['data']> = {},
  ): MotionCommand => ({
    type: 'OpenBallot',
    data: { body, project, projectRevision: 4, ...change },
  });

  it('for the voting seats in term, with the rules in force printed on it', () =>
    given(tabled).when(open(), chair).then(ballotOn()));
  it('by the secretary too', () => given(tabled).when(open(), secretary).then(ballotOn()));
  it.each(['mona', 'paula', 'nobody'])('not by %s, who is neither chair nor secretary', (actor) =>
    given(tabled).when(open(), { actor }).thenRefused('not-chair-or-secretary'),
  );
  it('not by a chair whose term is over', () =>
    given(tabled)
      .when(open(), { ...chair, at: '2028-01-01T00:00:00.000Z' })
      .thenRefused('not-chair-or-secretary'));
  it.each(['proposer', 'sponsor', 'manager'] as const)('with the %s of the project recused', (role) =>
    given(tabled)
      .when(
        open({ project: { ...project, proposer: 'x', sponsor: 'y', manager: 'z', [role]: 'milo' } }),
        chair,
      )
      .then(ballotOn({ recused: ['milo', role] })),
  );
  it('with a moment at which voting ends', () => {
    const closesAt = '2026-03-09T17:00:00.000Z';
    given(tabled).when(open({ closesAt }), chair).then(ballotOn({ closesAt }));
  });
  it('not to end before it begins', () =>
    given(tabled)
      .when(open({ closesAt: '2026-03-02T09:00:00.000Z' }), chair)
      .thenRefused('closes-before-it-opens'));
  it('not when the quorum asks for more seats than have a vote', () =>
    given(tabled)
      .when(open({ body: { ...body, quorum: { kind: 'count', seats: 5 } } }), chair)
      .thenRefused('quorum-larger-than-body'));
  it('not when fewer seats than the minimum are entitled', () =>
    given(tabled)
      .when(open({ project: { ...project, sponsor: 'mona', manager: 'milo' } }), chair)
      .thenRefused('too-few-seats'));
  it('not when recusals leave fewer seats than the quorum', () =>
    given(tabled)
      .when(
        open({
          body: { ...body, quorum: { kind: 'count', seats: 4 } },
          project: { ...project, sponsor: 'mona' },
        }),
        chair,
      )
      .thenRefused('too-few-seats'));
  it('not when the project is held for another motion', () =>
    given(tabled)
      .when(open({ project: { ...project, openMotion: 'other' } }), chair)
      .thenRefused('motion-not-claimed'));
  it('not when the ask fits no more', () =>
    given(tabled)
      .when(open({ project: { ...project, decidable: ['kill'] } }), chair)
      .thenRefused('ask-does-not-fit'));
  it('once', () => given(tabled, ballotOn()).when(open(), chair).thenRefused('ballot-already-opened'));
  it('only on a motion that was tabled', () => given().when(open(), chair).thenRefused('motion-unknown'));
});

describe('A vote is cast', () => {
  const cast = (choice: Choice, reason = 'It pays'): MotionCommand => ({
    type: 'CastVote',
    data: { choice, reason },
  });
  const ballot = ballotOn({ recused: ['milo', 'sponsor'], closesAt: '2026-03-09T17:00:00.000Z' });

  it('by an entitled seat, with its reason', () =>
    given(tabled, ballot)
      .when(cast('for'), { actor: 'mona' })
      .then(vote('mona', 'for', 'It pays')));
  it('and changed until the close', () =>
    given(tabled, ballot, vote('mona', 'for', 'It pays'))
      .when(cast('against', 'It does not'), { actor: 'mona' })
      .then(vote('mona', 'against', 'It does not')));
  it('once: the same vote again changes nothing', () =>
    given(tabled, ballot, vote('mona', 'for', 'It pays'))
      .when(cast('for'), { actor: 'mona' })
      .thenNothing());
  it('again where only the reason differs', () =>
    given(tabled, ballot, vote('mona', 'for', 'It pays'))
      .when(cast('for', 'It is safe'), { actor: 'mona' })
      .then(vote('mona', 'for', 'It is safe')));
  it('not by a recused seat', () =>
    given(tabled, ballot).when(cast('for'), { actor: 'milo' }).thenRefused('recused'));
  it.each(['sami', 'stranger'])('not by %s, who has no voting seat', (actor) =>
    given(tabled, ballot).when(cast('for'), { actor }).thenRefused('not-a-member'),
  );
  it('not without a reason', () =>
    given(tabled, ballot).when(cast('for', ' '), { actor: 'mona' }).thenRefused('reason-missing'));
  it('not when voting has ended, to the millisecond', () => {
    const spoken = vote('mona', 'for', 'It pays');
    given(tabled, ballot).when(cast('for'), { actor: 'mona', at: '2026-03-09T16:59:59.999Z' }).then(spoken);
    given(tabled, ballot)
      .when(cast('for'), { actor: 'mona', at: '2026-03-09T17:00:00.000Z' })
      .thenRefused('ballot-over');
  });
  it('not before the ballot opens', () =>
    given(tabled).when(cast('for'), { actor: 'mona' }).thenRefused('ballot-not-open'));
  it('not after it closed', () =>
    given(tabled, ballot, carried()).when(cast('for'), { actor: 'mona' }).thenRefused('ballot-not-open'));
  it('not on a motion that does not exist', () =>
    given().when(cast('for'), { actor: 'mona' }).thenRefused('motion-unknown'));
});

describe('A ballot closes', () => {
  const close = (now: { body?: typeof body; project?: ProjectFacts } = {}): MotionCommand => ({
    type: 'CloseBallot',
    data: { body, project, ...now },
  });
  const votes = (...who: string[]) => who.map((one) => vote(one, 'for', 'Yes'));
  const history = [tabled, ballotOn(), ...votes('cleo', 'mona', 'milo')];

  it('when the chair says so, though a vote is missing', () =>
    given(...history)
      .when(close(), chair)
      .then(carried({ inFavour: 3, entitled: 4, denominator: 3 })));
  it('not when the secretary says so and a vote is missing', () =>
    given(...history)
      .when(close(), secretary)
      .thenRefused('ballot-still-running'));
  it('by the secretary when everybody entitled has voted', () =>
    given(...history, ...votes('nils'))
      .when(close(), secretary)
      .then(carried({ inFavour: 4, entitled: 4, denominator: 4 })));
  it('by the secretary when its time is over', () => {
    const ballot = ballotOn({ closesAt: '2026-03-09T17:00:00.000Z' });
    given(tabled, ballot, ...votes('cleo', 'mona', 'milo'))
      .when(close(), { ...secretary, at: '2026-03-09T17:00:00.000Z' })
      .then(carried({ inFavour: 3, entitled: 4, denominator: 3 }));
  });
  it('not by a chair who is the sponsor while votes are missing', () =>
    given(...history)
      .when(close({ project: { ...project, sponsor: 'cleo' } }), chair)
      .thenRefused('ballot-still-running'));
  it('not by a member', () =>
    given(...history)
      .when(close(), { actor: 'mona' })
      .thenRefused('not-chair-or-secretary'));
  it('without a decision when the quorum is missed', () =>
    given(tabled, ballotOn(), ...votes('cleo'))
      .when(close(), chair)
      .then(carried({ inFavour: 1, entitled: 4, denominator: 1, result: 'no-quorum' })));
  it('with the vote of a person who lost the seat struck, and the seat still counted', () =>
    given(...history)
      .when(
        close({ body: { ...body, seats: body.seats.filter(({ personId }) => personId !== 'mona') } }),
        chair,
      )
      .then(
        carried({
          inFavour: 2,
          entitled: 4,
          denominator: 2,
          result: 'no-quorum',
          struck: [{ personId: 'mona', why: 'seat-lost' }],
        }),
      ));
  it('with the vote of a person whose term ended struck', () => {
    const until = '2026-03-02T08:00:00.000Z';
    const seats = body.seats.map((seat) => (seat.personId === 'mona' ? { ...seat, until } : seat));
    given(...history)
      .when(close({ body: { ...body, seats } }), chair)
      .then(
        carried({
          inFavour: 2,
          entitled: 4,
          denominator: 2,
          result: 'no-quorum',
          struck: [{ personId: 'mona', why: 'seat-lost' }],
        }),
      );
  });
  it('with the vote of a person who took a role in the project struck, and the seat left out', () =>
    given(...history)
      .when(close({ project: { ...project, manager: 'mona' } }), chair)
      .then(
        carried({
          inFavour: 2,
          entitled: 3,
          denominator: 2,
          result: 'no-quorum',
          struck: [{ personId: 'mona', why: 'manager' }],
        }),
      ));
  it('once', () =>
    given(...history, carried())
      .when(close(), chair)
      .thenRefused('ballot-not-open'));
});

describe('A decision is recorded', () => {
  const record = (
    rationale = 'It pays back in four years.',
    now: Partial<ProjectFacts> = {},
  ): MotionCommand => ({
    type: 'RecordDecision',
    data: { body, project: { ...project, ...now }, rationale },
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
    },
  };
  const history = [tabled, ballotOn(), carried()];

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
    given(tabled, ballotOn(), carried({ result })).when(record(), chair).thenRefused('motion-not-carried'),
  );
  it('not while the ballot is open', () =>
    given(tabled, ballotOn()).when(record(), chair).thenRefused('motion-not-carried'));
});

describe('However people are seated and vote', () => {
  const people = ['cleo', 'mona', 'milo', 'nils', 'sami'];
  const person = fc.constantFrom(...people);
  const context = (actor: string, day = '02') => {
    const at = `2026-03-${day}T09:00:00.000Z`;
    return { actor, at, now: at, origin: 'live' } as const;
  };
  const roles = fc.record({ proposer: person, sponsor: person, manager: person });
  const ballots = fc.array(fc.tuple(person, fc.constantFrom<Choice>('for', 'against', 'abstain')), {
    maxLength: 12,
  });

  const run = (commands: readonly (readonly [string, MotionCommand])[]) => {
    const events: MotionEvent[] = [];
    for (const [actor, command] of commands) {
      const state = events.reduce(decider.evolve, decider.initialState());
      const verdict = decider.decide(command, state, context(actor));
      if (verdict.outcome === 'accepted') events.push(...verdict.events);
    }
    return events;
  };
  const course = (
    before: ProjectFacts,
    after: ProjectFacts,
    votes: readonly (readonly [string, Choice])[],
  ) => {
    const small = { ...body, minimumSeats: 1, quorum: { kind: 'count', seats: 1 } as const };
    return [
      ['pia', tabling({ body: small, project: before })],
      ['sami', { type: 'OpenBallot', data: { body: small, project: before, projectRevision: 0 } }],
      ...votes.map(
        ([who, choice]) => [who, { type: 'CastVote', data: { choice, reason: 'Because' } }] as const,
      ),
      ...people.map((who) => [who, { type: 'CloseBallot', data: { body: small, project: after } }] as const),
      ...people.map(
        (who) =>
          [who, { type: 'RecordDecision', data: { body: small, project: after, rationale: 'So' } }] as const,
      ),
    ] as const satisfies readonly (readonly [string, MotionCommand])[];
  };

  it('nobody decides on what they propose, sponsor or manage', () =>
    fc.assert(
      fc.property(roles, roles, ballots, (before, after, votes) => {
        const [then, now] = [
          { ...project, ...before },
          { ...project, ...after },
        ];
        const events = run(course(then, now, votes));
        for (const event of events) {
          if (event.type === 'VoteCast') expect(Object.values(before)).not.toContain(event.data.personId);
          if (event.type !== 'BallotClosed') continue;
          const struck = event.data.struck.map(({ personId }) => personId);
          const counted = new Map(
            votes.filter(([who]) => ![...Object.values(before), ...struck, 'sami'].includes(who)),
          );
          expect([...counted.keys()].filter((who) => Object.values(after).includes(who))).toEqual([]);
          const inFavour = [...counted.values()].filter((choice) => choice === 'for').length;
          expect(event.data.count.inFavour).toBe(inFavour);
        }
        const recorder = run(
          course(then, now, votes).filter(
            ([who, { type }]) => type !== 'RecordDecision' || Object.values(after).includes(who),
          ),
        );
        expect(recorder.filter(({ type }) => type === 'DecisionRecorded')).toEqual([]);
      }),
    ));

  it('the same asked again changes nothing or is refused', () =>
    fc.assert(
      fc.property(roles, ballots, fc.nat(), (before, votes, n) => {
        const commands = course({ ...project, ...before }, { ...project, ...before }, votes);
        const upTo = commands.slice(0, 1 + (n % commands.length));
        const events = run(upTo);
        expect(run([...upTo, ...upTo.slice(-1)])).toEqual(events);
      }),
    ));

  it('the electorate is the voting seats in term, each once', () => {
    const seating = fc.uniqueArray(
      fc.record({
        personId: person,
        role: fc.constantFrom<SeatRole>('member', 'secretary'),
        from: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'),
      }),
      { selector: ({ personId }) => personId },
    );
    fc.assert(
      fc.property(seating, roles, (seats, before) => {
        const seated = {
          ...body,
          minimumSeats: 1,
          quorum: { kind: 'share', share: '0.5' } as const,
          seats: [
            ...seats.filter(({ personId }) => personId !== 'cleo'),
            ...body.seats.filter(({ role }) => role === 'chair'),
          ],
        };
        const verdict = decider.decide(
          {
            type: 'OpenBallot',
            data: { body: seated, project: { ...project, ...before }, projectRevision: 0 },
          },
          decider.evolve(decider.initialState(), tabled),
          context('cleo'),
        );
        if (verdict.outcome === 'refused') return expect(verdict.refusal.code).toBe('too-few-seats');
        const { electorate } = (verdict.events[0] as BallotOpened).data;
        const voting = seated.seats.filter(({ role, from }) => role !== 'secretary' && from < '2026-03');
        expect(electorate.map(({ personId }) => personId)).toEqual(
          voting.map(({ personId }) => personId).sort(),
        );
        const recused = (one: Elector) => one.standing === 'recused';
        expect(electorate.map(recused)).toEqual(
          electorate.map(({ personId }) => Object.values(before).includes(personId)),
        );
      }),
    );
  });
});
