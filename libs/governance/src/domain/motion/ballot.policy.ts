import type { DecisionContext, Policy } from '@docket/kernel';
import { votingSeats, type EstablishedBody } from '../body';
import { isOver } from './ballot-time';
import {
  conducts,
  groundFor,
  inWords,
  leadOf,
  recusedIn,
  struckAt,
  wereInWords,
  type Office,
} from './electorate';
import { gateIsMetForAGo } from './gate.policy';
import type { CastVote, MotionRefusal, OpenBallot, MatterFacts } from './motion.commands';
import type { Elector, Outcome } from './motion.events';
import type { MotionOnBallot, TabledMotion } from './motion.state';
import { seatsNeeded } from './seats-needed';

/** Only who leads or keeps the record, in term now, conducts a ballot. */
export const actorConductsBallots: Policy<Office, MotionRefusal> = (office) => {
  if (conducts(office)) return undefined;
  return {
    code: 'not-chair-or-secretary',
    message: `${office.context.actor} is neither chair nor secretary of this body, nor its deputy while the chair is away or recused. One of them opens and closes ballots and records decisions.`,
  };
};

/** Whether what was asked can still be decided. */
export const askStillFits: Policy<
  Readonly<{ motion: Readonly<{ ask: Outcome }>; project: MatterFacts }>,
  MotionRefusal
> = ({ motion: { ask }, project }) => {
  if (project.decidable.includes(ask)) return undefined;
  return {
    code: 'ask-does-not-fit',
    message: `The ${project.called} is ${project.status} by now: "${ask}" cannot be decided on it.`,
  };
};

type Opening = Readonly<{
  motion: TabledMotion;
  data: OpenBallot['data'];
  body: EstablishedBody;
  project: MatterFacts;
  electorate: readonly Elector[];
  context: DecisionContext;
}>;

/** What must hold for a ballot to open. */
export const openingPolicies: readonly Policy<Opening, MotionRefusal>[] = [
  actorConductsBallots,
  function projectIsStillClaimed({ motion, project }) {
    if (!project.needsClaim || project.openMotion === motion.motionId) return undefined;
    return {
      code: 'motion-not-claimed',
      message: `The ${project.called} is not claimed for this motion any more. Table a new one.`,
    };
  },
  askStillFits,
  gateIsMetForAGo,
  function closesAfterItOpens({ data: { closesAt }, context: { at } }) {
    if (closesAt === undefined || closesAt > at) return undefined;
    return {
      code: 'closes-before-it-opens',
      message: `The ballot would close at ${closesAt}: give a later moment.`,
    };
  },
  function whoIsBarredDoesNotChooseTheEnd({ data: { closesAt }, project, context: { actor } }) {
    const ground = groundFor(actor, project);
    if (closesAt === undefined || !ground) return undefined;
    return {
      code: 'recused',
      message: `${actor} ${inWords(ground)} this ${project.called} and does not choose when its ballot ends: leave closesAt out, or let another open it.`,
    };
  },
  function quorumFitsTheBody({ body: { quorum, seats, name }, context: { at } }) {
    const voting = votingSeats(seats, at).length;
    if (quorum.kind === 'share' || quorum.seats <= voting) return undefined;
    return {
      code: 'quorum-larger-than-body',
      message: `The quorum of "${name}" is ${quorum.seats} seats and ${voting} have a vote now. Seat more members first.`,
    };
  },
  function somebodyLeadsWhereTheQuorumAsks({ body, project, context: { at } }) {
    if (body.quorum.withLead !== true || leadOf(body, project, at).personId !== null) return undefined;
    return {
      code: 'lead-missing',
      message: `The quorum of "${body.name}" asks for who leads among the voters, and neither its chair nor a deputy has a seat and may decide on this project. Seat a deputy, change the rules, or where no secretary may either, pass the motion on to a body above.`,
    };
  },
  function enoughSeatsAreEntitled({ body, electorate }) {
    const seats = electorate.filter(({ role }) => role !== 'alternate');
    const entitled = seats.filter(({ standing }) => standing === 'entitled').length;
    const needed = seatsNeeded(body);
    if (entitled >= needed) return undefined;
    return {
      code: 'too-few-seats',
      message: `${entitled} of ${seats.length} voting seats are entitled to decide on this project and ${needed} are needed; the rest are recused. Seat more members, or pass the motion on to a body above.`,
    };
  },
];

type Casting = Readonly<{
  motion: MotionOnBallot;
  data: CastVote['data'];
  body: EstablishedBody;
  project: MatterFacts;
  context: DecisionContext;
}>;

/** What must hold for a vote to be cast. */
export const castingPolicies: readonly Policy<Casting, MotionRefusal>[] = [
  function ballotIsNotOver({ motion: { ballot }, context: { at } }) {
    if (!isOver(ballot, at)) return undefined;
    return { code: 'ballot-over', message: `Voting ended at ${ballot.closesAt}. Votes cast by then count.` };
  },
  function actorIsAnElector({ motion: { ballot }, context: { actor } }) {
    if (ballot.electorate.some(({ personId }) => personId === actor)) return undefined;
    return {
      code: 'not-a-member',
      message: `${actor} had no voting seat when this ballot opened (a secretary has a seat without a vote).`,
    };
  },
  function actorIsNotRecused({ motion: { ballot }, project, context: { actor } }) {
    const elector = ballot.electorate.find(({ personId }) => personId === actor);
    if (elector?.standing !== 'recused') return undefined;
    const now = groundFor(actor, project);
    return {
      code: 'recused',
      message: now
        ? `${actor} ${inWords(now)} this project and does not vote on it.`
        : `${actor} ${wereInWords(elector.why)} this project when this ballot opened; who may vote was fixed then.`,
    };
  },
  function principalWasNotRecused({ motion: { ballot }, context: { actor } }) {
    const elector = ballot.electorate.find(({ personId }) => personId === actor);
    if (elector?.standing !== 'alternate' || !recusedIn(ballot.electorate).has(elector.for)) return undefined;
    return {
      code: 'principal-recused',
      message: `${elector.for} is recused on this ballot, and nobody votes in the place of who is recused.`,
    };
  },
  function actorMayStillDecide({ motion: { ballot }, body, project, context: { actor, at } }) {
    const struck = struckAt(ballot.electorate, body, project, at).find(({ personId }) => personId === actor);
    if (!struck) return undefined;
    if (struck.why === 'seat-lost')
      return {
        code: 'not-a-member',
        message: `${actor} has no voting seat any more: the vote would be void.`,
      };
    return struck.why === 'principal-recused'
      ? {
          code: 'principal-recused',
          message: `Since this ballot opened the one ${actor} sits for may not decide on this project any more, and nobody votes in their place.`,
        }
      : {
          code: 'recused',
          message: `Since this ballot opened ${actor} ${inWords(struck.why)} this project, and does not vote on it any more.`,
        };
  },
  function principalHasNotVoted({ motion: { ballot, votes }, context: { actor } }) {
    const elector = ballot.electorate.find(({ personId }) => personId === actor);
    if (elector?.standing !== 'alternate' || !votes.has(elector.for)) return undefined;
    return {
      code: 'principal-has-voted',
      message: `${elector.for} has voted; ${actor} votes in their absence only.`,
    };
  },
  function reasonIsGiven({ data: { reason } }) {
    if (reason.trim() !== '') return undefined;
    return { code: 'reason-missing', message: 'Give the reason of your vote: it stays on record beside it.' };
  },
];
