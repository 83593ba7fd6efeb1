import type { DecisionContext, Instant, Policy } from '@docket/kernel';
import type { EstablishedBody } from '../body';
import { chainOf, refusedUnder } from '../grant/chain';
import { decidingAt } from '../grant/deciding';
import { isLimitedBy } from '../grant/route';
import { actorConductsBallots, askStillFits } from './ballot.policy';
import { isOver } from './ballot-time';
import { groundFor, inWords, leadOf, recusedIn, struckAt, voterFor } from './electorate';
import type { AuthorityHeld, MotionRefusal, MatterFacts, RecordDecision } from './motion.commands';
import type { ClosedMotion, MotionOnBallot } from './motion.state';
import { insteadOf, whoMay } from './who-may';

type Closing = Readonly<{
  motion: MotionOnBallot;
  body: EstablishedBody;
  project: MatterFacts;
  context: DecisionContext;
}>;

/** Whether no seat is left for which somebody may still vote and nobody has. */
const everyoneHasVoted = ({
  motion: { ballot, votes },
  body,
  project,
  context: { at },
}: Closing): boolean => {
  const { electorate } = ballot;
  const struck = new Set(struckAt(electorate, body, project, at).map(({ personId }) => personId));
  const cast = { electorate, struck, voted: (personId: string) => votes.has(personId) };
  return electorate.every(
    ({ personId, standing }) =>
      standing !== 'entitled' || struck.has(personId) || voterFor(personId, cast) !== undefined,
  );
};

const leads = ({ motion: { ballot }, body, project, context: { actor, at } }: Closing): boolean =>
  leadOf(body, project, at, recusedIn(ballot.electorate)).personId === actor;

/** Who closes a ballot whose time has come, where nobody has: a process, and no person. */
export const BALLOT_CLOCK = 'ballot-clock';

const isClock = ({ actor }: DecisionContext): boolean => actor === `process:${BALLOT_CLOCK}`;

/** What must hold for a ballot to close. A chair with a role in the project may not choose the moment. */
export const closingPolicies: readonly Policy<Closing, MotionRefusal>[] = [
  function itsClockOrWhoConductsBallotsCloses(closing) {
    const recused = recusedIn(closing.motion.ballot.electorate);
    return isClock(closing.context) ? undefined : actorConductsBallots({ ...closing, recused });
  },
  function timeHasComeOrTheChairSaysSo(closing) {
    const { motion, context } = closing;
    const { at } = context;
    const { closesAt } = motion.ballot;
    const mayEnd = isOver(motion.ballot, at) || (!isClock(context) && everyoneHasVoted(closing));
    if (mayEnd || leads(closing)) return undefined;
    return {
      code: 'ballot-still-running',
      message: `Not everyone has voted${closesAt ? ` and voting ends at ${closesAt}` : ''}. Until then only who leads closes the ballot: the chair, or the deputy while the chair is away or recused.`,
    };
  },
];

type Recording = Readonly<{
  motion: ClosedMotion;
  data: RecordDecision['data'];
  body: EstablishedBody;
  project: MatterFacts;
  context: DecisionContext;
}>;

/** What must hold for the decision of a carried motion to be recorded. */
export const recordingPolicies: readonly Policy<Recording, MotionRefusal>[] = [
  actorConductsBallots,
  /** A component that is claimed waits for its decision, and refuses it on record; what nothing claims may have ended meanwhile. */
  function whatIsNotClaimedStillFits(recording) {
    return recording.project.needsClaim ? undefined : askStillFits(recording);
  },
  function actorHasNoRoleInTheProject({ body, project, context: { actor, at } }) {
    const ground = groundFor(actor, project);
    if (!ground) return undefined;
    return {
      code: 'recused',
      message: `${actor} ${inWords(ground)} this project and does not record a decision on it. ${insteadOf(
        whoMay(body, project, at),
        'Neither chair, deputy nor secretary may: any of them, or the PMO, passes the motion on to a body above.',
      )}`,
    };
  },
  function rationaleIsGiven({ data: { rationale } }) {
    if (rationale.trim() !== '') return undefined;
    return {
      code: 'rationale-missing',
      message: "Write down the body's reasons: the decision is read with them.",
    };
  },
];

/** Why the grants that hold a reservation do not permit the decision at this instant; `undefined` where they do. */
const notPermittedAnyMore = ({ judged, under }: AuthorityHeld, at: Instant): string | undefined => {
  const lowest = judged?.grants.get(under[0] ?? '');
  if (!judged || !lowest) return undefined;
  const chain = chainOf(lowest, judged.grants, isLimitedBy(judged.grants));
  return refusedUnder(chain, decidingAt(judged.motion, at))?.message;
};

/** The last that is asked: what is reserved for a decision that is refused all the same would have to be given back. */
export const authorityIsReserved: Policy<Pick<Recording, 'data' | 'context'>, MotionRefusal> = ({
  data: { authority },
  context: { at },
}) => {
  if (!authority.isLimited) return undefined;
  if (authority.under.length === 0)
    return {
      code: 'authority-not-reserved',
      message:
        'The authority of this body is limited, and none is reserved for this motion yet. Reserve it first.',
    };
  const why = notPermittedAnyMore(authority, at);
  return why === undefined
    ? undefined
    : {
        code: 'beyond-authority',
        message: `This body may not decide it any more: ${why} Pass the motion on.`,
      };
};
