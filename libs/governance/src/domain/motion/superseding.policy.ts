import type { Policy } from '@docket/kernel';
import { isSameMatter, type About } from './matter';
import type { EarlierDecision, MotionRefusal } from './motion.commands';
import type { DecidedMotion } from './motion.state';

/** A motion that is to stand in the place of an earlier decision, or of none. `motionId` and `bodyId` are of the motion. */
export type Superseding = Readonly<{
  motionId: string;
  bodyId: string;
  /** The bodies the motion was before: what they might supersede, the one it went to may. */
  passedOnBy?: readonly string[];
  earlier?: EarlierDecision;
}> &
  About;

const decidedBefore = ({ earlier, ...about }: Superseding): DecidedMotion | undefined =>
  earlier?.state.status === 'decided' && isSameMatter(earlier.state, about) ? earlier.state : undefined;

/** Whether one of these bodies took a decision, delegated to who did, or, now asked, is limited by nobody. */
export const isOfBodyOrAbove = (
  { decision }: Pick<DecidedMotion, 'decision'>,
  { givers, isLimited }: Pick<EarlierDecision, 'givers' | 'isLimited'>,
  bodies: readonly string[],
): boolean => !isLimited || [decision.bodyId, ...givers].some((bodyId) => bodies.includes(bodyId));

const bodiesOf = ({ bodyId, passedOnBy = [] }: Superseding): readonly string[] => [bodyId, ...passedOnBy];

/** What must hold of the earlier decision; asked at the tabling and again when the new one is recorded. */
export const supersedingPolicies: readonly Policy<Superseding, MotionRefusal>[] = [
  function somethingIsDecidedOnThisProject(superseding) {
    const { earlier } = superseding;
    if (!earlier || decidedBefore(superseding)) return undefined;
    return {
      code: 'nothing-to-supersede',
      message: `Motion ${earlier.motionId} has no decision on the same matter. Name one of its register.`,
    };
  },
  function itStandsYet(superseding) {
    const by = decidedBefore(superseding)?.afterwards.supersededBy ?? null;
    if (by === null || by === superseding.motionId) return undefined;
    return {
      code: 'decision-superseded',
      message: `The decision of motion ${by} stands in its place already: supersede that one.`,
    };
  },
  function whoCalledItInDecides(superseding) {
    const by = decidedBefore(superseding)?.afterwards.calledInBy ?? null;
    if (by === null || bodiesOf(superseding).includes(by)) return undefined;
    return {
      code: 'decision-called-in',
      message: `Body ${by} has called this decision in: it is for that body to decide in its place.`,
    };
  },
  function bodyIsTheSameOrAbove(superseding) {
    const { earlier } = superseding;
    const before = decidedBefore(superseding);
    if (!earlier || !before) return undefined;
    if (isOfBodyOrAbove(before, earlier, bodiesOf(superseding))) return undefined;
    return {
      code: 'superseded-from-below',
      message: `Body ${before.decision.bodyId} decided it: that body, one that delegated to it, or one that nobody has limited supersedes it.`,
    };
  },
];
