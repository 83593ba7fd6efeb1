import type { DecisionContext, Policy } from '@docket/kernel';
import { conducts, groundFor, inWords } from './electorate';
import type { CallInDecision, MotionRefusal, WindowOf } from './motion.commands';
import type { CallInWindow } from './motion.events';
import type { DecidedMotion } from './motion.state';

/** Somebody of a body that delegated looks at what was decided under it. */
export type Looking = Readonly<{
  decided: DecidedMotion;
  data: CallInDecision['data'];
  context: DecisionContext;
}>;

type Rule = Policy<Looking, MotionRefusal>;

/** The windows of the bodies whose ballots the person conducts, also those whose time has ended; the topmost first. */
const ofOnesOwn = ({ data: { windows, project }, context }: Looking): readonly WindowOf[] =>
  project ? windows.filter(({ body }) => conducts({ body, project, context })).toReversed() : [];

/** The window somebody may use: of a body they conduct, not ended by time, and nobody has let the decision stand there. */
export const openOfOnesOwn = (looking: Looking): CallInWindow | undefined =>
  ofOnesOwn(looking)
    .map(({ window }) => window)
    .find(
      ({ grantId, until }) =>
        looking.context.at < until && looking.decided.afterwards.open.some((one) => one.grantId === grantId),
    );

const seenByThoseWhoDelegated: readonly Rule[] = [
  function itWasDecidedUnderAGrantWithTimeToCallIn({ decided: { decision } }) {
    if (decision.callIn.length > 0) return undefined;
    return {
      code: 'not-callable-in',
      message:
        'It was decided under no grant that gives time to call a decision in. A later decision can supersede it.',
    };
  },
  function actorConductsABodyThatDelegated(looking) {
    if (ofOnesOwn(looking).length > 0) return undefined;
    return {
      code: 'not-yours-to-call-in',
      message: `${looking.context.actor} conducts no ballots of a body that delegated this: its chair, deputy in the chair's place or secretary calls a decision in or ratifies it.`,
    };
  },
  function actorHasNoRoleInTheProject({ data: { project }, context: { actor } }) {
    const ground = project && groundFor(actor, project);
    if (!ground) return undefined;
    return {
      code: 'recused',
      message: `${actor} ${inWords(ground)} this project and says nothing of a decision on it. Ask another who conducts the ballots.`,
    };
  },
  function itIsNotSuperseded({ decided: { afterwards } }) {
    if (afterwards.supersededBy === null) return undefined;
    return {
      code: 'decision-superseded',
      message: `The decision of motion ${afterwards.supersededBy} stands in its place.`,
    };
  },
  function itIsNotCalledIn({ decided: { afterwards } }) {
    if (afterwards.calledInBy === null) return undefined;
    return {
      code: 'decision-called-in',
      message: `Body ${afterwards.calledInBy} has called it in: it is for that body to decide now.`,
    };
  },
  function timeHasNotEnded(looking) {
    const { at } = looking.context;
    const [own, ...others] = ofOnesOwn(looking);
    if (!own || [own, ...others].some(({ window }) => at < window.until)) return undefined;
    return {
      code: 'call-in-over',
      message: `It could be called in until ${own.window.until}. A later decision can supersede it.`,
    };
  },
  function itIsNotRatified(looking) {
    if (openOfOnesOwn(looking)) return undefined;
    return {
      code: 'decision-ratified',
      message: 'The body has let it stand, or one above it has. A later decision can supersede it.',
    };
  },
  function reasonIsWritten({ data: { reason } }) {
    if (reason.trim() !== '') return undefined;
    return { code: 'reason-missing', message: 'Say why: it stays on record beside the decision.' };
  },
];

/** What must hold for a decision to be called in. */
export const callingInPolicies: readonly Rule[] = [
  ...seenByThoseWhoDelegated,
  function somethingIsLeftToDecide({ data: { project } }) {
    if (!project || project.decidable.length > 0) return undefined;
    return {
      code: 'project-not-decidable',
      message: `The ${project.called} is ${project.status}: nothing is left to decide on it, whatever is called in.`,
    };
  },
];

/** What must hold for a decision to be ratified. */
export const ratifyingPolicies: readonly Rule[] = seenByThoseWhoDelegated;
