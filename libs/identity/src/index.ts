export * from './person';
export * from './rights';
export * from './session';
export * from './names';
