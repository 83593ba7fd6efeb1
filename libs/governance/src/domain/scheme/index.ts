export * from './in-force-or-to-come';
export * from './plan';
export * from './plan-scheme';
export * from './tier';
