export * from './assessment.requests';
export * from './governance.requests';
export * from './portfolio.requests';
export * from './project.requests';
export * from './strategy.requests';
export * from './read.requests';
export * from './validators';
