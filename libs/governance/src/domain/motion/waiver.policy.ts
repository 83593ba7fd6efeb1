import type { Policy } from '@docket/kernel';
import type { EarlierDecision, MotionRefusal } from './motion.commands';
import { isOfBodyOrAbove } from './superseding.policy';

/** A motion that may be for a waiver. `setBy`: the decision that set the condition; absent of all other motions. */
export type Waiving = Readonly<{
  bodyId: string;
  /** The bodies the motion was before: what they might waive, the one it went to may. */
  passedOnBy?: readonly string[];
  setBy?: EarlierDecision;
}>;

/** Who sets a condition, or stands above who did, lets it go: the value of a waiver is 0, so that no limit would keep others from it. */
export const waiverIsOfItsBodyOrAbove: Policy<Waiving, MotionRefusal> = ({
  bodyId,
  passedOnBy = [],
  setBy,
}) => {
  if (setBy?.state.status !== 'decided') return undefined;
  if (isOfBodyOrAbove(setBy.state, setBy, [bodyId, ...passedOnBy])) return undefined;
  return {
    code: 'waived-from-below',
    message: `Body ${setBy.state.decision.bodyId} set this condition: that body, one that delegated to it, or one that nobody has limited waives it.`,
  };
};
