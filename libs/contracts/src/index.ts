export * from './assessment.requests';
export * from './business-case.requests';
export * from './governance.requests';
export * from './portfolio.requests';
export * from './project.requests';
export * from './read.requests';
export * from './status-report.requests';
export * from './validators';
