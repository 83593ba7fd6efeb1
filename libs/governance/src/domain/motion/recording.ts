import {
  accept,
  firstRefusal,
  refuse,
  type DecisionContext,
  type Instant,
  type Refused,
  type Verdict,
} from '@docket/kernel';
import { authorityIsReserved, recordingPolicies } from './closing.policy';
import { conditionTextsOf, decidedCondition } from './conditions';
import { conditionPolicies } from './conditions.policy';
import { gathered, unknownMotion } from './gathered';
import type { AuthorityHeld, MotionRefusal, RecordDecision } from './motion.commands';
import type { CallInWindow, DecisionRecorded } from './motion.events';
import type { KnownMotion, MotionState } from './motion.state';
import { supersedingPolicies } from './superseding.policy';
import { waiverIsOfItsBodyOrAbove } from './waiver.policy';

const notCarried = (motion: KnownMotion): Refused<'motion-not-carried'> =>
  refuse(
    'motion-not-carried',
    motion.status === 'closed' || motion.status === 'withdrawn'
      ? `The motion ended with "${motion.status === 'closed' ? motion.result : motion.status}": there is no decision to record.`
      : 'The ballot on this motion is not closed yet. Close it first.',
  );

/** The conditions as they are decided, and apart from them what was written of them. */
const conditionsIn = ({ conditions, timeZone }: RecordDecision['data']) => ({
  conditions: conditions.map((one) => decidedCondition(one, timeZone)),
  ...(conditions.length === 0 ? {} : { conditionTexts: conditionTextsOf(conditions) }),
});

/** Until when each of those who may call it in can do so. */
const windowsFrom = ({ callIn }: AuthorityHeld, at: Instant): readonly CallInWindow[] =>
  callIn.map(({ grantId, bodyId, hours }) => ({
    grantId,
    bodyId,
    until: new Date(Date.parse(at) + hours * 3_600_000).toISOString(),
  }));

/** Records what a carried motion decided, within the authority of its body. */
export const recordDecision = (
  { data }: RecordDecision,
  state: MotionState,
  context: DecisionContext,
): Verdict<DecisionRecorded, MotionRefusal> => {
  if (state.status === 'absent') return unknownMotion();
  if (state.status === 'decided')
    return refuse(
      'decision-already-recorded',
      `The decision on this motion was recorded: ${state.decision.outcome}.`,
    );
  if (state.status !== 'closed' || state.result !== 'carried') return notCarried(state);
  const facts = gathered(data);
  if (facts.outcome === 'refused') return facts;
  const { body, project } = facts;
  const { motionId, bodyId, projectId, ask } = state;
  const { rationale } = data;
  const { supersedes } = state;
  const decided = { motionId, bodyId, projectId, outcome: ask, rationale, supersedes, decidedAt: context.at };
  return (
    firstRefusal(recordingPolicies, { motion: state, data, body, project, context }) ??
    firstRefusal(conditionPolicies, { ...data, outcome: ask, context }) ??
    firstRefusal(supersedingPolicies, { ...state, ...(data.earlier ? { earlier: data.earlier } : {}) }) ??
    firstRefusal([waiverIsOfItsBodyOrAbove], { ...state, ...(data.setBy ? { setBy: data.setBy } : {}) }) ??
    firstRefusal([authorityIsReserved], { data, context }) ??
    accept({
      type: 'DecisionRecorded',
      data: {
        ...decided,
        grants: data.authority.under,
        callIn: windowsFrom(data.authority, context.at),
        ...conditionsIn(data),
      },
    })
  );
};
