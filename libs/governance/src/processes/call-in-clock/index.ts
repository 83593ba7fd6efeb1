export * from './call-in-clock.events';
export * from './call-in-clock.process';
export type { CallInClockState, CallInTrigger } from './call-in-clock.decider';
export { dispatchToDecision } from './dispatch-to-decision';
