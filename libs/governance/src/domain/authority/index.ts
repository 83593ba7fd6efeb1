export * from './authority';
export * from './calendar-period';
export * from './linked';
export * from './permits';
export * from './reservation';
export * from './within';
