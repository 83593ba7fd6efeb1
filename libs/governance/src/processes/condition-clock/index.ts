export * from './condition-clock.events';
export * from './condition-clock.process';
export type { ConditionClockState, ConditionClockTrigger } from './condition-clock.decider';
export { dispatchToCondition } from './dispatch-to-condition';
