import {
  accept,
  firstRefusal,
  refuse,
  unreachable,
  type DecisionContext,
  type Verdict,
} from '@docket/kernel';
import { windowsAbove } from './afterwards';
import { callingInPolicies, openOfOnesOwn, ratifyingPolicies } from './call-in.policy';
import { unknownMotion } from './gathered';
import type {
  CallInDecision,
  CommandAfter,
  MotionRefusal,
  RatifyDecision,
  SupersedeDecision,
} from './motion.commands';
import type { AfterDecision, CallInWindow, DecisionCalledIn, DecisionRatified } from './motion.events';
import type { DecidedMotion, MotionState } from './motion.state';

type Decided = Verdict<AfterDecision, MotionRefusal>;

const noWindow = () =>
  refuse('not-callable-in', 'It was decided under no grant that gives time to call a decision in.');

const callIn = (
  { data }: CallInDecision,
  decided: DecidedMotion,
  context: DecisionContext,
): Verdict<DecisionCalledIn, MotionRefusal> => {
  const looking = { decided, data, context };
  const { motionId, projectId } = decided;
  const refused = firstRefusal(callingInPolicies, looking);
  if (refused) return refused;
  const window = openOfOnesOwn(looking);
  if (!window) return noWindow();
  const { bodyId, grantId } = window;
  return accept({
    type: 'DecisionCalledIn',
    data: { motionId, projectId, bodyId, grantId, reason: data.reason },
  });
};

/** Until when anybody may still call it in; null where nobody may any more. */
const lastOf = (windows: readonly CallInWindow[], at: string): string | null =>
  windows
    .map(({ until }) => until)
    .filter((until) => until > at)
    .sort()
    .at(-1) ?? null;

const ratify = (
  { data }: RatifyDecision,
  decided: DecidedMotion,
  context: DecisionContext,
): Verdict<DecisionRatified, MotionRefusal> => {
  const looking = { decided, data, context };
  const { motionId, projectId, afterwards } = decided;
  const refused = firstRefusal(ratifyingPolicies, looking);
  if (refused) return refused;
  const window = openOfOnesOwn(looking);
  if (!window) return noWindow();
  const { bodyId, grantId } = window;
  const openUntil = lastOf(windowsAbove(afterwards.open, window), context.at);
  const { reason } = data;
  return accept({
    type: 'DecisionRatified',
    data: { motionId, projectId, bodyId, grantId, reason, openUntil },
  });
};

/** Nothing is left to close where it was called in, ratified by all, or closed before. */
const closeCallIn = (
  { motionId, projectId, afterwards: { open } }: DecidedMotion,
  { at }: DecisionContext,
): Decided => {
  const endedAt = lastOf(open, '');
  if (endedAt === null) return accept();
  if (at < endedAt)
    return refuse('call-in-running', `The decision can be called in until ${endedAt}. It is closed then.`);
  return accept({ type: 'CallInWindowClosed', data: { motionId, projectId, endedAt } });
};

const supersede = (
  { data: { by, outcome } }: SupersedeDecision,
  { motionId, projectId, afterwards: { supersededBy } }: DecidedMotion,
): Decided => {
  if (supersededBy === by) return accept();
  return supersededBy === null
    ? accept({ type: 'DecisionSuperseded', data: { motionId, projectId, by, outcome } })
    : refuse('decision-superseded', `The decision of motion ${supersededBy} stands in its place already.`);
};

/** What is said of a decision that was recorded: it is called in, let stand, or has another in its place. */
export const afterDecision = (
  command: CommandAfter,
  state: MotionState,
  context: DecisionContext,
): Decided => {
  if (state.status === 'absent') return unknownMotion();
  if (state.status !== 'decided')
    return refuse('decision-missing', `The motion is ${state.status}: there is no decision on it yet.`);
  switch (command.type) {
    case 'CallInDecision':
      return callIn(command, state, context);
    case 'RatifyDecision':
      return ratify(command, state, context);
    case 'CloseCallIn':
      return closeCallIn(state, context);
    case 'SupersedeDecision':
      return supersede(command, state);
    default:
      return unreachable(command);
  }
};
