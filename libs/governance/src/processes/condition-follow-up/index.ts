export * from './condition-follow-up.events';
export * from './condition-follow-up.process';
export type { ConditionFollowUpState } from './condition-follow-up.decider';
export { dispatchToNewCondition } from './dispatch-to-new-condition';
