export * from './domain/project';
