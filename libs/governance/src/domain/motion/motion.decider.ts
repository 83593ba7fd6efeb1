import {
  accept,
  canonicalJson,
  firstRefusal,
  refuse,
  unreachable,
  type Decider,
  type DecisionContext,
  type Refused,
  type Verdict,
} from '@docket/kernel';
import { afterDecision } from './call-in';
import { castingPolicies, openingPolicies } from './ballot.policy';
import { endOf, isOver } from './ballot-time';
import { closingPolicies } from './closing.policy';
import { countBallot } from './count';
import { escalateMotion } from './escalation';
import { gathered, unknownMotion } from './gathered';
import { displacedBy, electorateOf, leadOf, recusedIn, struckAt } from './electorate';
import type {
  CastVote,
  CloseBallot,
  MotionCommand,
  MotionRefusal,
  OpenBallot,
  TableMotion,
  WithdrawMotion,
} from './motion.commands';
import type {
  BallotClosed,
  BallotOpened,
  MotionCarriedOver,
  MotionEvent,
  MotionTabled,
  MotionWithdrawn,
  VoteCast,
  VoteDisplaced,
} from './motion.events';
import { recordDecision } from './recording';
import { evolve, initialState, tabledOf, type KnownMotion, type MotionState } from './motion.state';
import { tablingPolicies } from './tabling.policy';
import { takingBackPolicies, withdrawingPolicies } from './withdrawing.policy';

const tableMotion = (
  { data }: TableMotion,
  state: MotionState,
  { actor }: DecisionContext,
): Verdict<MotionTabled, MotionRefusal> => {
  const { motionId, portfolioId, bodyId, projectId, matter, kind, ask, question } = data;
  const supersedes = data.earlier?.motionId ?? null;
  const about = { motionId, portfolioId, bodyId, projectId, matter, kind };
  const tabled = { ...about, ask, question, proposer: actor, supersedes };
  if (state.status === 'absent')
    return firstRefusal(tablingPolicies, data) ?? accept({ type: 'MotionTabled', data: tabled });
  return state.status === 'tabled' && canonicalJson(tabledOf(state)) === canonicalJson(tabled)
    ? accept()
    : refuse('motion-already-tabled', 'This motion is tabled already. Table a new one under a new id.');
};

const withdrawMotion = (
  { data: { body, project, reason } }: WithdrawMotion,
  state: MotionState,
  context: DecisionContext,
): Verdict<MotionWithdrawn, MotionRefusal> => {
  if (state.status === 'absent') return unknownMotion();
  if (state.status === 'withdrawn' && state.reason === reason) return accept();
  const isCarried = state.status === 'closed' && state.result === 'carried';
  if (state.status !== 'tabled' && !isCarried)
    return refuse(
      'motion-not-withdrawable',
      `The motion is ${state.status}: it can be withdrawn until its ballot opens, and one that was carried until its decision is recorded. A ballot without a quorum is ended by its chair.`,
    );
  const { motionId, projectId, proposer } = state;
  const policies = isCarried ? takingBackPolicies : withdrawingPolicies;
  return (
    firstRefusal(policies, { proposer, body, project, reason, context }) ??
    accept({ type: 'MotionWithdrawn', data: { motionId, projectId, reason } })
  );
};

const openBallot = (
  { data }: OpenBallot,
  state: MotionState,
  context: DecisionContext,
): Verdict<BallotOpened, MotionRefusal> => {
  if (state.status === 'absent') return unknownMotion();
  if (state.status !== 'tabled')
    return refuse(
      'ballot-already-opened',
      `The ballot on this motion was opened before; it is ${state.status} now.`,
    );
  const facts = gathered(data);
  if (facts.outcome === 'refused') return facts;
  const { body, project } = facts;
  const electorate = electorateOf(body, project, context.at);
  const { motionId } = state;
  const { quorum, carryRule, minimumSeats, rules } = body;
  const lead = leadOf(body, project, context.at);
  const { projectRevision, closesAt } = data;
  const until = closesAt === undefined ? {} : { closesAt };
  return (
    firstRefusal(openingPolicies, { motion: state, data, body, project, electorate, context }) ??
    accept({
      type: 'BallotOpened',
      data: { motionId, electorate, quorum, carryRule, minimumSeats, projectRevision, rules, lead, ...until },
    })
  );
};

const castVote = (
  { data }: CastVote,
  state: MotionState,
  context: DecisionContext,
): Verdict<VoteCast | VoteDisplaced, MotionRefusal> => {
  if (state.status === 'absent') return unknownMotion();
  if (state.status !== 'ballot-open') return notOpen(state);
  const facts = gathered(data);
  if (facts.outcome === 'refused') return facts;
  const { body, project } = facts;
  const refused = firstRefusal(castingPolicies, { motion: state, data, body, project, context });
  if (refused) return refused;
  const { choice, reason } = data;
  const before = state.votes.get(context.actor);
  if (before?.choice === choice && before.reason === reason) return accept();
  const { motionId } = state;
  const vote: VoteCast = { type: 'VoteCast', data: { motionId, personId: context.actor, choice, reason } };
  const displaced = displacedBy(context.actor, state).map((personId): VoteDisplaced => ({
    type: 'VoteDisplaced',
    data: { motionId, personId, by: context.actor },
  }));
  return accept<VoteCast | VoteDisplaced>(vote, ...displaced);
};

const closeBallot = (
  { data }: CloseBallot,
  state: MotionState,
  context: DecisionContext,
): Verdict<BallotClosed | MotionCarriedOver, MotionRefusal> => {
  if (state.status === 'absent') return unknownMotion();
  if (state.status !== 'ballot-open') return notOpen(state);
  const facts = gathered(data);
  if (facts.outcome === 'refused') return facts;
  const { body, project } = facts;
  const { motionId, projectId, ballot } = state;
  const then = gathered(isOver(ballot, context.at) ? data.whenOver : data);
  if (then.outcome === 'refused') return then;
  const endedAt = endOf(ballot, context.at);
  const struck = struckAt(ballot.electorate, then.body, then.project, endedAt);
  const votes = new Map([...state.votes].map(([personId, { choice }]) => [personId, choice]));
  const refused = firstRefusal(closingPolicies, { motion: state, body, project, context });
  if (refused) return refused;
  const lead = leadOf(then.body, then.project, endedAt, recusedIn(ballot.electorate)).personId;
  const counted = countBallot({ ...ballot, votes, struck, lead });
  const closed = { motionId, projectId, endedAt, ...counted, struck };
  const ballots = state.carriedOver + 1;
  return counted.result === 'no-quorum'
    ? accept(
        { type: 'BallotClosed', data: closed },
        { type: 'MotionCarriedOver', data: { motionId, projectId, ballots } },
      )
    : accept({ type: 'BallotClosed', data: closed });
};

const notOpen = ({ status }: KnownMotion): Refused<'ballot-not-open'> =>
  refuse(
    'ballot-not-open',
    status === 'tabled'
      ? 'The ballot is not open yet: the chair or the secretary opens it.'
      : `The motion is ${status}. Table a new one to decide again.`,
  );

/** The rules of a motion, from the question to the recorded decision. */
export const decider: Decider<MotionState, MotionCommand, MotionEvent, MotionRefusal> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'TableMotion':
        return tableMotion(command, state, context);
      case 'WithdrawMotion':
        return withdrawMotion(command, state, context);
      case 'OpenBallot':
        return openBallot(command, state, context);
      case 'CastVote':
        return castVote(command, state, context);
      case 'CloseBallot':
        return closeBallot(command, state, context);
      case 'RecordDecision':
        return recordDecision(command, state, context);
      case 'CallInDecision':
      case 'RatifyDecision':
      case 'CloseCallIn':
      case 'SupersedeDecision':
        return afterDecision(command, state, context);
      case 'EscalateMotion':
        return escalateMotion(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
