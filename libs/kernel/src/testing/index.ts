export * from './codec-spec';
export * from './decider-spec';
export * from './fixed-runtime';
export * from './memory-event-store';
export * from './memory-records';
export * from './not-run';
export * from './until';
