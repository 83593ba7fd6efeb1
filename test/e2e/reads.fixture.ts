import { strategyLists, strategyReads } from './strategy-routes.fixture';

export const P = '/api/v1/portfolios/{portfolioId}';
/** Reads that answer in pages. */
export const lists = [
  '/api/v1/portfolios',
  `${P}/projects`,
  `${P}/scoring-models`,
  `${P}/bodies`,
  `${P}/grants`,
  `${P}/motions`,
  `${P}/conditions`,
  `${P}/decisions`,
  '/api/v1/bodies/{bodyId}/delegated-decisions',
  `${P}/dependencies`,
  `${P}/interests`,
  `${P}/gates`,
  `${P}/closures`,
  `${P}/plan-of-record`,
  `${P}/people/{personId}/to-do`,
  ...['revisions', 'reports', 'dependencies'].map((part) => `/api/v1/projects/{projectId}/${part}`),
  ...strategyLists,
];
/** Reads that answer whole. */
export const others = [
  P,
  `${P}/decision-times`,
  `${P}/delegations/matrix`,
  `${P}/ranking`,
  `${P}/ranking/{projectId}`,
  `${P}/funding-line`,
  `${P}/ranking/moves`,
  `${P}/ranking/{projectId}/moves`,
  `${P}/ranking/{projectId}/swap`,
  `${P}/ranking/{projectId}/letter`,
  `${P}/assessments`,
  '/api/v1/projects/{projectId}',
  '/api/v1/projects/{projectId}/history',
  '/api/v1/projects/{projectId}/reports/{day}',
  '/api/v1/projects/{projectId}/earned-value',
  '/api/v1/projects/{projectId}/confidence',
  '/api/v1/projects/{projectId}/gates',
  '/api/v1/projects/{projectId}/closure',
  '/api/v1/scoring-models/{modelId}',
  '/api/v1/scoring-models/{modelId}/history',
  '/api/v1/scoring-models/{modelId}/comparison',
  '/api/v1/projects/{projectId}/assessments',
  '/api/v1/projects/{projectId}/assessments/history',
  '/api/v1/events/{number}',
  '/api/v1/bodies/{bodyId}',
  '/api/v1/bodies/{bodyId}/history',
  '/api/v1/bodies/{bodyId}/attendance',
  '/api/v1/grants/{grantId}',
  '/api/v1/grants/{grantId}/history',
  '/api/v1/projects/{projectId}/authority',
  '/api/v1/motions/{motionId}',
  '/api/v1/motions/{motionId}/history',
  '/api/v1/motions/{motionId}/capsule',
  '/api/v1/motions/{motionId}/gate',
  '/api/v1/conditions/{conditionId}',
  '/api/v1/conditions/{conditionId}/history',
  ...strategyReads,
];
/** Reads that answer a table as CSV. */
export const tables = [`${P}/delegations/scheme`];
/** Every read that takes `asOf` and answers in JSON. */
export const reads = [...lists, ...others];
/** Reads as of a moment that answer bytes as they were kept, without a cut in front. */
export const keptBytes = ['/api/v1/motions/{motionId}/capsule/kept'];
