import type { DecisionContext, Policy } from '@docket/kernel';
import type { EstablishedBody } from '../body';
import { actorConductsBallots } from './ballot.policy';
import { isOver } from './ballot-time';
import { groundFor, inWords, officeOf, struckAt } from './electorate';
import type { MotionRefusal, ProjectFacts, RecordDecision } from './motion.commands';
import type { MotionOnBallot } from './motion.state';

type Closing = Readonly<{
  motion: MotionOnBallot;
  body: EstablishedBody;
  project: ProjectFacts;
  context: DecisionContext;
}>;

/** Whether nobody is left who may still vote and has not. */
const everyoneHasVoted = ({
  motion: { ballot, votes },
  body,
  project,
  context: { at },
}: Closing): boolean => {
  const struck = new Set(struckAt(ballot.electorate, body, project, at).map(({ personId }) => personId));
  return ballot.electorate.every(
    ({ personId, standing }) => standing === 'recused' || struck.has(personId) || votes.has(personId),
  );
};

/** Recused when the ballot opened, which declining the part since does not change, or with a role in the project by now. */
const isRecused = ({ motion: { ballot }, project, context: { actor } }: Closing): boolean =>
  groundFor(actor, project) !== undefined ||
  ballot.electorate.some(({ personId, standing }) => personId === actor && standing === 'recused');

/** Who closes a ballot whose time has come, where nobody has: a process, and no person. */
export const BALLOT_CLOCK = 'ballot-clock';

const isClock = ({ actor }: DecisionContext): boolean => actor === `process:${BALLOT_CLOCK}`;

/** What must hold for a ballot to close. A chair with a role in the project may not choose the moment. */
export const closingPolicies: readonly Policy<Closing, MotionRefusal>[] = [
  function itsClockOrWhoConductsBallotsCloses(closing) {
    return isClock(closing.context) ? undefined : actorConductsBallots(closing);
  },
  function timeHasComeOrTheChairSaysSo(closing) {
    const { motion, body, context } = closing;
    const { actor, at } = context;
    const { closesAt } = motion.ballot;
    const mayEnd = isOver(motion.ballot, at) || (!isClock(context) && everyoneHasVoted(closing));
    if (mayEnd || (officeOf(body, actor, at) === 'chair' && !isRecused(closing))) return undefined;
    return {
      code: 'ballot-still-running',
      message: `Not everyone has voted${closesAt ? ` and voting ends at ${closesAt}` : ''}. Until then only a chair who is not recused closes the ballot.`,
    };
  },
];

type Recording = Readonly<{
  data: RecordDecision['data'];
  body: EstablishedBody;
  project: ProjectFacts;
  context: DecisionContext;
}>;

/** What must hold for the decision of a carried motion to be recorded. */
export const recordingPolicies: readonly Policy<Recording, MotionRefusal>[] = [
  actorConductsBallots,
  function actorHasNoRoleInTheProject({ project, context: { actor } }) {
    const ground = groundFor(actor, project);
    if (!ground) return undefined;
    return {
      code: 'recused',
      message: `${actor} ${inWords(ground)} this project and does not record a decision on it. Ask the other of chair and secretary.`,
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

/** The last that is asked: what is reserved for a decision that is refused all the same would have to be given back. */
export const authorityIsReserved: Policy<Pick<Recording, 'data'>, MotionRefusal> = ({
  data: { authority },
}) => {
  if (!authority.isLimited || authority.under.length > 0) return undefined;
  return {
    code: 'authority-not-reserved',
    message:
      'The authority of this body is limited, and none is reserved for this motion yet. Reserve it first.',
  };
};
