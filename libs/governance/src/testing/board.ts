import {
  commandRuntime,
  decodeStored,
  ProcessRunner,
  type Codec,
  type CommandRuntime,
  type Event,
  type EventStore,
  type Instant,
  type Position,
  type Recorded,
  type Request,
  type StoredEvent,
} from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import {
  Composition,
  OpenPortfolioCommand,
  Portfolio,
  portfolioIdOf,
  portfolioProjections,
  PortfolioModule,
} from '@docket/portfolio';
import { openSlice, requestOf, type Slice } from '@docket/portfolio/testing';
import { GateSet, Project, projectProjections, ProjectModule, ProposeProjectCommand } from '@docket/project';
import {
  ballotClock,
  callInClock,
  Body,
  Capsule,
  capsuleKeeping,
  CastVoteCommand,
  CloseBallotCommand,
  Condition,
  conditionClock,
  conditionFollowUp,
  ConfirmConditionCommand,
  decisionFollowUp,
  dispatchToMotion,
  dispatchToProject,
  EstablishBodyCommand,
  GiveEvidenceCommand,
  GovernanceModule,
  governanceProjections,
  Grant,
  GrantRegister,
  Motion,
  OpenBallotCommand,
  RecordDecisionCommand,
  WithdrawMotionCommand,
  SeatMemberCommand,
  TableMotionCommand,
  UnseatMemberCommand,
  WaiveConditionCommand,
  type Choice,
  type Outcome,
  type SeatRole,
  type StatedCondition,
} from '..';

const reading = <E extends Event>({ category, codec }: Readonly<{ category: string; codec: Codec<E> }>) =>
  [category, (stored: StoredEvent): Recorded => decodeStored(codec, stored)] as const;

const READERS = new Map([
  reading(Portfolio),
  reading(Composition),
  reading(Project),
  reading(GateSet),
  reading(Body),
  reading(Grant),
  reading(GrantRegister),
  reading(Motion),
  reading(decisionFollowUp.aggregate),
  reading(ballotClock.aggregate),
  reading(Condition),
  reading(conditionFollowUp.aggregate),
  reading(conditionClock.aggregate),
  reading(callInClock.aggregate),
  reading(Capsule),
  reading(capsuleKeeping.aggregate),
]);

/** Reads a stored event of any context a motion meets. */
export const decode = (stored: StoredEvent): Recorded => {
  const category = stored.stream.slice('docket-'.length, -37);
  const decoded = READERS.get(category)?.(stored);
  if (!decoded) throw new Error(`No codec for ${stored.stream}.`);
  return decoded;
};

/** A request of a person; `key` names the intention. */
export const asked = (actor: string, key: string, body: unknown = key): Request => ({
  ...requestOf(key, body),
  actor,
});

export const portfolioId = portfolioIdOf('Major Projects');

const accepted = async <T extends Readonly<{ outcome: string }>>(
  answer: Promise<T>,
): Promise<Extract<T, { outcome: 'accepted' }>> => {
  const given = await answer;
  if (given.outcome !== 'accepted') throw new Error(JSON.stringify(given));
  return given as Extract<T, { outcome: 'accepted' }>;
};

/** What the people of a board do, through the bus; each returns the id or the answer. */
export const boardOf = (slice: Slice) => {
  const bus = slice.commands;
  const seat = (bodyId: string, personId: string, role: SeatRole, alternateFor?: string) => {
    const data = { bodyId, personId, role, ...(alternateFor === undefined ? {} : { alternateFor }) };
    return accepted(bus.execute(new SeatMemberCommand(asked('ada', `seat-${personId}`), data)));
  };
  return {
    seat,
    unseat: (bodyId: string, personId: string) =>
      accepted(
        bus.execute(
          new UnseatMemberCommand(asked('ada', `unseat-${personId}`), { bodyId, personId, reason: 'Moved.' }),
        ),
      ),
    /** A portfolio with a body of these voting members, chaired by cleo, sami its secretary. */
    convene: async (...members: string[]): Promise<string> => {
      const portfolio = { name: 'Major Projects', currency: 'GBP', timeZone: 'Europe/London' };
      await accepted(bus.execute(new OpenPortfolioCommand(asked('ada', 'portfolio'), portfolio)));
      const rules = {
        quorum: { kind: 'count', seats: 2 },
        carryRule: 'majority-of-cast',
        minimumSeats: 2,
      } as const;
      const { id } = await accepted(
        bus.execute(new EstablishBodyCommand(asked('ada', 'body'), { portfolioId, name: 'Board', ...rules })),
      );
      await seat(id, 'cleo', 'chair');
      await seat(id, 'sami', 'secretary');
      for (const member of members) await seat(id, member, 'member');
      return id;
    },
    /** A proposal of pia's, sponsored by stan, to be managed by mara. */
    propose: async (name = 'Northern rail'): Promise<string> => {
      const dates = { start: '2026-06-01', finish: '2029-06-01' };
      const people = { sponsor: 'stan', manager: 'mara' };
      const data = {
        portfolioId,
        name,
        summary: 'Two more tracks.',
        wholeLifeCost: '1200',
        ...people,
        ...dates,
      };
      return (await accepted(bus.execute(new ProposeProjectCommand(asked('pia', `propose-${name}`), data))))
        .id;
    },
    table: (bodyId: string, projectId: string, key = 'motion', ask: Outcome = 'go') => {
      const data = { portfolioId, bodyId, projectId, ask, question: 'Shall it go ahead?' } as const;
      return bus.execute(new TableMotionCommand(asked('ada', key, data), data));
    },
    open: (motionId: string, closesAt?: Instant, time = 'first') => {
      const data = { motionId, ...(closesAt === undefined ? {} : { closesAt }) };
      return bus.execute(new OpenBallotCommand(asked('cleo', `open-${time}-${motionId}`, data), data));
    },
    withdraw: (motionId: string, who = 'ada') =>
      bus.execute(
        new WithdrawMotionCommand(asked(who, `withdraw-${motionId}`), { motionId, reason: 'Too early.' }),
      ),
    vote: (motionId: string, who: string, choice: Choice, key = `vote-${motionId}`) =>
      bus.execute(
        new CastVoteCommand(asked(who, key, choice), { motionId, choice, reason: `${who} says ${choice}` }),
      ),
    close: (motionId: string, time = 'first') =>
      bus.execute(new CloseBallotCommand(asked('cleo', `close-${time}-${motionId}`), { motionId })),
    record: (
      motionId: string,
      conditions?: readonly StatedCondition[],
      rationale = 'It pays back.',
      who = 'cleo',
    ) =>
      bus.execute(
        new RecordDecisionCommand(asked(who, `record-${motionId}`), {
          motionId,
          rationale,
          ...(conditions === undefined ? {} : { conditions }),
        }),
      ),
    giveEvidence: (conditionId: string, who: string, evidence = 'The report is signed.') =>
      bus.execute(
        new GiveEvidenceCommand(asked(who, `evidence-${conditionId}`, evidence), { conditionId, evidence }),
      ),
    confirm: (conditionId: string, who: string, finding = 'Read it.') =>
      bus.execute(
        new ConfirmConditionCommand(asked(who, `confirm-${conditionId}`), { conditionId, finding }),
      ),
    waive: (conditionId: string, who: string, reason = 'The route moved.') =>
      bus.execute(new WaiveConditionCommand(asked(who, `waive-${conditionId}`), { conditionId, reason })),
  };
};

export type Board = ReturnType<typeof boardOf>;

/** Portfolio, project and governance on real embedded adapters. */
export const openBoard = async (): Promise<Slice & Readonly<{ board: Board }>> => {
  const slice = await openSlice({
    modules: [PortfolioModule, ProjectModule, GovernanceModule],
    decode,
    projections: [...portfolioProjections, ...projectProjections, ...governanceProjections],
  });
  return { ...slice, board: boardOf(slice) };
};

/** A runtime beside that of the slice, as another process has one. */
export const anotherRuntime = (store: EventStore, seed: string): CommandRuntime =>
  commandRuntime(store, new SteppingClock('2026-03-02T10:00:00.000Z'), new CountingIds(seed));

/** A checkpoint that is kept in memory. */
export class KeptCheckpoint {
  position: Position | undefined;
  async load(): Promise<Position | undefined> {
    return this.position;
  }
  async save(position: Position): Promise<void> {
    this.position = position;
  }
}

/** The follow-up of decisions over a log. */
export const followUpOver = (store: EventStore, seed: string, checkpoint = new KeptCheckpoint()) => {
  const runtime = anotherRuntime(store, seed);
  return new ProcessRunner(decisionFollowUp, {
    runtime,
    decode,
    dispatch: dispatchToProject(runtime),
    checkpoint,
  });
};

/** The clocks of ballots over a log, at an instant; `onDue` is told what is to be woken when. */
export const clocksOver = (
  store: EventStore,
  seed: string,
  at: Instant,
  given: Readonly<{ checkpoint?: KeptCheckpoint; onDue?: (instance: string, due: Instant) => void }> = {},
) => {
  const { checkpoint = new KeptCheckpoint(), onDue = () => undefined } = given;
  const clock = new SteppingClock(at);
  const runtime = commandRuntime(store, clock, new CountingIds(seed));
  const dispatch = dispatchToMotion(runtime);
  return { clock, runner: new ProcessRunner(ballotClock, { runtime, decode, dispatch, checkpoint, onDue }) };
};
