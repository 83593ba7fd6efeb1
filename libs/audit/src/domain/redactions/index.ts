export * from './redactions.aggregate';
export * from './redactions.decider';
export * from './redactions.events';
