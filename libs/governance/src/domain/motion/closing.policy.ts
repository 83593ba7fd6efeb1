import type { DecisionContext, Policy } from '@docket/kernel';
import type { EstablishedBody } from '../body';
import { actorConductsBallots } from './ballot.policy';
import { groundFor, officeOf } from './electorate';
import type { MotionRefusal, ProjectFacts, RecordDecision } from './motion.commands';
import type { MotionOnBallot } from './motion.state';

type Closing = Readonly<{
  motion: MotionOnBallot;
  body: EstablishedBody;
  project: ProjectFacts;
  context: DecisionContext;
}>;

const everyoneHasVoted = ({ ballot, votes }: MotionOnBallot): boolean =>
  ballot.electorate.every(({ personId, standing }) => standing === 'recused' || votes.has(personId));

/** What must hold for a ballot to close. A chair with a role in the project may not choose the moment. */
export const closingPolicies: readonly Policy<Closing, MotionRefusal>[] = [
  actorConductsBallots,
  function timeHasComeOrTheChairSaysSo({ motion, body, project, context: { actor, at } }) {
    const { closesAt } = motion.ballot;
    const isOver = everyoneHasVoted(motion) || (closesAt !== undefined && at >= closesAt);
    if (isOver || (officeOf(body, actor, at) === 'chair' && !groundFor(actor, project))) return undefined;
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
      message: `${actor} is ${ground} of this project and does not record a decision on it. Ask the other of chair and secretary.`,
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
