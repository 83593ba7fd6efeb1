export { BALLOT_CLOCK } from './closing.policy';
export {
  conditionTextsOf,
  toldConditions,
  type ConditionText,
  type Consequence,
  type DecidedCondition,
  type StatedCondition,
  type ToldCondition,
} from './conditions';
export { standingOfDecision, type Afterwards, type DecisionStanding } from './afterwards';
export * from './motion.aggregate';
export * from './motion.commands';
export { conducts, groundFor, inWords, leadOf, struckAt, voterFor } from './electorate';
export * from './matter';
export * from './motion.events';
export { ENDS_WORK, isOutcome, OUTCOMES } from './outcome';
export type { KnownMotion, MotionState } from './motion.state';
export { insteadOf, whoMay } from './who-may';
export { countBallot, quorumOf, type ClosingBallot, type Counted } from './count';
