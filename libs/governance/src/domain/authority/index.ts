export * from './authority';
export * from './calendar-period';
export * from './increase';
export * from './linked';
export * from './permits';
export * from './reservation';
export * from './within';
