export * from './chain';
export * from './deciding';
export * from './grant.aggregate';
export * from './grant.commands';
export * from './grant.events';
export type { GivenGrant, GrantState, KnownGrant } from './grant.state';
export * from './route';
