import * as fc from 'fast-check';
import type { SeatRole } from '../body';
import { electorateOf } from './electorate';
import { decider } from './motion.decider';
import type { MotionCommand, MatterFacts } from './motion.commands';
import type { Choice, Elector, MotionEvent } from './motion.events';
import { body, projectWith, tabling } from './motion.scenes';

describe('However people are seated and vote', () => {
  const people = ['cleo', 'mona', 'milo', 'nils', 'sami'];
  const person = fc.constantFrom(...people);
  const context = (actor: string, day = '02') => {
    const at = `2026-03-${day}T09:00:00.000Z`;
    return { actor, reach: 'anything', at, now: at, origin: 'live' } as const;
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
  const course = (before: MatterFacts, after: MatterFacts, votes: readonly (readonly [string, Choice])[]) => {
    const small = { ...body, minimumSeats: 1, quorum: { kind: 'count', seats: 1 } as const };
    const now = { body: small, project: after };
    const whole = {
      conditions: [],
      timeZone: 'UTC',
      authority: { isLimited: false, under: [], callIn: [] },
    } as const;
    const closing = { ...now, whenOver: now };
    return [
      ['pia', tabling({ body: small, project: before })],
      ['sami', { type: 'OpenBallot', data: { body: small, project: before, projectRevision: 0 } }],
      ...votes.map(
        ([who, choice]) =>
          [
            who,
            { type: 'CastVote', data: { body: small, project: before, choice, reason: 'Because' } },
          ] as const,
      ),
      ...people.map((who) => [who, { type: 'CloseBallot', data: closing }] as const),
      ...people.map(
        (who) =>
          [
            who,
            {
              type: 'RecordDecision',
              data: { body: small, project: after, rationale: 'So', ...whole },
            },
          ] as const,
      ),
    ] as const satisfies readonly (readonly [string, MotionCommand])[];
  };

  it('nobody decides on what they propose, sponsor or manage', () =>
    fc.assert(
      fc.property(roles, roles, ballots, (before, after, votes) => {
        const [then, now] = [projectWith(before), projectWith(after)];
        const events = run(course(then, now, votes));
        const closed = events.filter((event) => event.type === 'BallotClosed');
        const voters = events.flatMap((event) => (event.type === 'VoteCast' ? [event.data.personId] : []));
        const last = new Map(
          votes.filter(([who]) => ![...Object.values(before), ...Object.values(after), 'sami'].includes(who)),
        );
        const inFavour = [...last.values()].filter((choice) => choice === 'for').length;
        expect(voters.filter((who) => Object.values(before).includes(who))).toEqual([]);
        expect(closed.map(({ data }) => data.count.inFavour)).toEqual(closed.map(() => inFavour));
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
        const commands = course(projectWith(before), projectWith(before), votes);
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
        const electorate = electorateOf({ ...body, seats }, projectWith(before), '2026-03-02T09:00:00.000Z');
        const voting = seats.filter(({ role, from }) => role !== 'secretary' && from < '2026-03');
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
