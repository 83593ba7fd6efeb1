import {
  commandRuntime,
  ProcessRunner,
  type EventStore,
  type Instant,
  type Receipt,
  type Refused,
} from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import {
  callInClock,
  dispatchToDecision,
  TableMotionCommand,
  CastVoteCommand,
  CloseBallotCommand,
  EstablishBodyCommand,
  GiveGrantCommand,
  OpenBallotCommand,
  RecordDecisionCommand,
  SeatMemberCommand,
  type AskedAuthority,
  type Outcome,
} from '..';
import type { AskedGrantor } from '../features/grant-facts';
import { asked, decode, KeptCheckpoint, openBoard, portfolioId } from './board';

const UNLIMITED: AskedAuthority = {
  ...{ domains: null, kinds: null, outcomes: null },
  ...{ perDecision: null, perPeriod: null, until: null },
};

/** The id of what was accepted. */
const idOf = (answer: Receipt | Refused<string>): string => {
  if (answer.outcome === 'refused') throw new Error(`${answer.refusal.code}: ${answer.refusal.message}`);
  return answer.id;
};

/** How a decision stands that nobody has said anything of since, and that nobody may call in. */
export const AS_RECORDED = {
  ...{ standing: 'in-force', callableUntil: null, calledIn: null },
  ...{ ratified: [], closedAt: null, superseded: null },
} as const;

/** Of a decision of a body that nobody has limited, in the place of none. */
export const UNDER_NOTHING = { grants: [], supersedes: null } as const;

/** What a grant limits, and for how many hours what is decided under it can be called in. */
export type Limits = Partial<AskedAuthority> & Readonly<{ callInHours?: number | null }>;

/** The board of `openBoard` with three who vote, and a lead it delegates to: a body of one, lea's. */
export const openDelegation = async () => {
  const slice = await openBoard();
  const { commands: bus } = slice;
  const establish = async (name: string, chair: string): Promise<string> => {
    const rules = { carryRule: 'majority-of-cast', minimumSeats: 1 } as const;
    const data = { portfolioId, name, quorum: { kind: 'count', seats: 1 }, ...rules } as const;
    const bodyId = idOf(await bus.execute(new EstablishBodyCommand(asked('ada', name), data)));
    const seat = { bodyId, personId: chair, role: 'chair' } as const;
    idOf(await bus.execute(new SeatMemberCommand(asked('ada', `seat-${name}`), seat)));
    return bodyId;
  };
  const board = await slice.board.convene('mona', 'nils');
  const bodies = { board, lead: await establish('Lead of rail', 'lea') };
  const give = async (from: AskedGrantor, bodyId: string, { callInHours = null, ...limits }: Limits) => {
    const authority = { ...UNLIMITED, ...limits };
    const data = { portfolioId, from, bodyId, authority, maySubDelegate: true, callInHours };
    const key = `grant-${JSON.stringify(data)}`;
    return idOf(await bus.execute(new GiveGrantCommand(asked('ada', key, data), data)));
  };
  const openAs = (who: string, motionId: string, closesAt?: Instant) => {
    const data = { motionId, ...(closesAt === undefined ? {} : { closesAt }) };
    return bus.execute(new OpenBallotCommand(asked(who, `open-${motionId}-${who}`, data), data));
  };
  const voteAs = (who: string, motionId: string) =>
    bus.execute(
      new CastVoteCommand(asked(who, `vote-${motionId}`), { motionId, choice: 'for', reason: 'Yes.' }),
    );
  const closeAs = (who: string, motionId: string) =>
    bus.execute(new CloseBallotCommand(asked(who, `close-${motionId}-${who}`), { motionId }));
  const recordAs = (who: string, motionId: string) =>
    bus.execute(
      new RecordDecisionCommand(asked(who, `record-${motionId}-${who}`), { motionId, rationale: 'It pays.' }),
    );
  /** A proposal of 1200 before the lead, whose authority is delegated by the board within these limits. */
  const tabledByLead = async (limits: Limits, name = 'Northern rail', ask: Outcome = 'go') => {
    const grantId = await give({ kind: 'body', bodyId: board }, bodies.lead, limits);
    const projectId = await slice.board.propose(name);
    const motionId = idOf(await slice.board.table(bodies.lead, projectId, name, ask));
    return { grantId, projectId, motionId };
  };
  return {
    ...slice,
    ...{ bodies, establish, give, openAs, voteAs, closeAs, recordAs, tabledByLead },
    /** The same, carried by the lead's own vote and not recorded yet. */
    carriedByLead: async (...[limits, name]: Parameters<typeof tabledByLead>) => {
      const tabled = await tabledByLead(limits, name);
      for (const step of [openAs, voteAs, closeAs]) idOf(await step('lea', tabled.motionId));
      return tabled;
    },
    /** A motion of a body that is to stand in the place of an earlier decision. */
    supersede: (bodyId: string, projectId: string, supersedes: string, ask: Outcome) => {
      const data = { portfolioId, bodyId, projectId, ask, question: 'Shall it stand?', supersedes };
      return bus.execute(new TableMotionCommand(asked('ada', `supersede-${bodyId}-${ask}`, data), data));
    },
    /** The board votes on a motion that is before it, and records what it decided. */
    decideByBoard: async (motionId: string) => {
      idOf(await openAs('cleo', motionId));
      for (const who of ['cleo', 'mona', 'nils']) idOf(await voteAs(who, motionId));
      idOf(await closeAs('cleo', motionId));
      return idOf(await recordAs('cleo', motionId));
    },
  };
};

export type Delegation = Awaited<ReturnType<typeof openDelegation>>;

/** The clocks of the time to call decisions in over a log, at an instant. */
export const callInClocksOver = (store: EventStore, seed: string, at: Instant) => {
  const runtime = commandRuntime(store, new SteppingClock(at), new CountingIds(seed));
  return new ProcessRunner(callInClock, {
    ...{ runtime, decode, dispatch: dispatchToDecision(runtime), onDue: () => undefined },
    checkpoint: new KeptCheckpoint(),
  });
};
