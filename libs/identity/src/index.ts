export * from './person';
export * from './rights';
export * from './session';
export * from './names';
export * from './confirmed-session';
export * from './signing.port';
