export * from './capsule-keeping.events';
export * from './capsule-keeping.process';
export type { CapsuleKeepingState } from './capsule-keeping.decider';
