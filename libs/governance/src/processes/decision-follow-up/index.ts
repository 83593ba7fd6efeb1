export * from './decision-follow-up.events';
export * from './decision-follow-up.process';
export type { DecisionFollowUpState, FollowUpTrigger } from './decision-follow-up.decider';
export { dispatchToProject } from './dispatch-to-project';
