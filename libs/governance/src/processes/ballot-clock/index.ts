export * from './ballot-clock.events';
export * from './ballot-clock.process';
export type { BallotClockState, ClockTrigger } from './ballot-clock.decider';
export { dispatchToMotion } from './dispatch-to-motion';
