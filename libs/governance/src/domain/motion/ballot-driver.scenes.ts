import type { Verdict } from '@docket/kernel';
import { Body, type BodyCommand, type BodyEvent, type BodyState, type QuorumRule } from '../body';
import type { House, World } from './ballot-model.scenes';
import type { Step } from './ballot-steps.scenes';
import { decider } from './motion.decider';
import type { MotionCommand, MotionRefusal, MatterFacts } from './motion.commands';
import type { MotionEvent, RecusalGround } from './motion.events';
import { project, tabled } from './motion.scenes';

const FIRST = Date.parse('2026-03-02T09:00:00.000Z');
const instantOf = (minute: number): string => new Date(FIRST + minute * 60_000).toISOString();

const quorumOf = ({ quorum: [kind, number], withLead }: House): QuorumRule =>
  kind === 'seats'
    ? { kind: 'count', seats: number, withLead }
    : { kind: 'share', share: (number / 100).toFixed(2), withLead };

const minuteOf = (instant: string): number => (Date.parse(instant) - FIRST) / 60_000;

type Said<T> = Readonly<{ said: number; what: T }>;
type Part = Readonly<{ who: string; bar: RecusalGround | null }>;
type BodyVerdict = ReturnType<typeof Body.decider.decide>;

/** What the deciders are given on the way: the events of a body, the parts in a project, and a motion; all kept with their minute. */
export class BallotDriver {
  private readonly bodyLog: Said<BodyEvent>[] = [];
  private readonly parts: Said<Part>[] = [];
  private body: BodyState = Body.decider.initialState();
  private motion = decider.evolve(decider.initialState(), tabled);

  constructor(private readonly world: World) {
    const { house } = world;
    this.keep({
      type: 'BodyEstablished',
      data: {
        ...{ bodyId: 'board', portfolioId: 'portfolio', name: 'Board', quorum: quorumOf(house) },
        ...{ carryRule: house.carry, minimumSeats: house.minimum },
      },
    });
  }

  /** Asks the body, and keeps what follows. */
  askBody(step: Extract<Step, { does: 'seat' | 'unseat' | 'rules' }>): BodyVerdict {
    const verdict = Body.decider.decide(commandTo(step, this.world.clock), this.body, this.context('ada'));
    for (const event of verdict.outcome === 'accepted' ? verdict.events : []) this.keep(event);
    return verdict;
  }

  /** Asks the motion. Once it is closed with a result, the next of its kind is on the table. */
  askMotion(step: Extract<Step, { does: 'open' | 'vote' | 'close' }>): Verdict<MotionEvent, MotionRefusal> {
    const actor = step.who ?? 'process:ballot-clock';
    const verdict = decider.decide(this.commandOf(step), this.motion, this.context(actor));
    for (const event of verdict.outcome === 'accepted' ? verdict.events : [])
      this.motion = decider.evolve(this.motion, event);
    if (this.motion.status === 'closed') this.motion = decider.evolve(decider.initialState(), tabled);
    return verdict;
  }

  /** Somebody has a part in the project from now on, or none any more. */
  say(who: string, bar: RecusalGround | null): void {
    this.parts.push({ said: this.world.clock, what: { who, bar } });
  }

  private keep(event: BodyEvent): void {
    this.bodyLog.push({ said: this.world.clock, what: event });
    this.body = Body.decider.evolve(this.body, event);
  }

  private commandOf(step: Extract<Step, { does: 'open' | 'vote' | 'close' }>): MotionCommand {
    const facts = { body: this.body, project: this.projectBefore(Infinity) };
    if (step.does === 'vote')
      return { type: 'CastVote', data: { ...facts, choice: step.answer, reason: 'Because.' } };
    if (step.does === 'close')
      return { type: 'CloseBallot', data: { ...facts, whenOver: this.factsWhenOver(facts) } };
    const closesAt = step.runs === null ? {} : { closesAt: instantOf(this.world.clock + step.runs) };
    return { type: 'OpenBallot', data: { ...facts, projectRevision: 4, ...closesAt } };
  }

  /** Gathered as `Gather.before` does: by what was recorded before the end. */
  private factsWhenOver<T>(facts: T) {
    const closesAt = this.motion.status === 'ballot-open' ? this.motion.ballot.closesAt : undefined;
    if (closesAt === undefined) return facts;
    const end = minuteOf(closesAt);
    const before = this.bodyLog.filter(({ said }) => said < end).map(({ what }) => what);
    const body = before.reduce(Body.decider.evolve, Body.decider.initialState());
    return { body, project: this.projectBefore(end) };
  }

  private projectBefore(end: number): MatterFacts {
    const parts = new Map<string, RecusalGround>();
    for (const { said, what } of this.parts)
      if (said < end && what.bar) parts.set(what.who, what.bar);
      else if (said < end) parts.delete(what.who);
    return { ...project, parts };
  }

  private context(actor: string) {
    const at = instantOf(this.world.clock);
    return { actor, reach: 'anything', at, now: at, origin: 'live' } as const;
  }
}

const commandTo = (
  step: Extract<Step, { does: 'seat' | 'unseat' | 'rules' }>,
  clock: number,
): BodyCommand => {
  if (step.does === 'unseat')
    return { type: 'UnseatMember', data: { personId: step.who, reason: 'Leaves.' } };
  if (step.does === 'rules') {
    const { carry, minimum } = step.house;
    const rules = { quorum: quorumOf(step.house), carryRule: carry, minimumSeats: minimum };
    return { type: 'ChangeBodyRules', data: { ...rules, reason: 'Times change.' } };
  }
  const { who, office, sitsFor, starts, lasts } = step;
  return {
    type: 'SeatMember',
    data: {
      ...{ personId: who, role: office, ...(office === 'alternate' ? { alternateFor: sitsFor } : {}) },
      ...(starts === 0 ? {} : { from: instantOf(clock + starts) }),
      ...(lasts === null ? {} : { until: instantOf(clock + starts + lasts) }),
    },
  };
};
