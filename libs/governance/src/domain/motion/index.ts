export { BALLOT_CLOCK } from './closing.policy';
export * from './motion.aggregate';
export * from './motion.commands';
export * from './motion.events';
export type { KnownMotion, MotionState } from './motion.state';
export { countBallot, quorumOf, type ClosingBallot, type Counted } from './count';
