import type { Loose } from './docket.fixture';

const P = '/api/v1/portfolios/{portfolioId}';
const serves = '/api/v1/projects/{projectId}/contributions';

/** Reads of strategy and contributions that answer lists. */
export const strategyLists = [
  `${P}/objectives`,
  `${P}/objectives/{objectiveId}/actuals`,
  `${P}/contributions`,
  `${P}/alignments`,
];

/** Reads of composition, strategy and contributions that answer one document. */
export const strategyReads = [
  `${P}/composition`,
  `${P}/composition/history`,
  `${P}/roll-up`,
  `${P}/goal-progress`,
  `${P}/strategy/history`,
  `${P}/objective-coverage`,
  serves,
  `${serves}/history`,
];

/** Sends the example of a request as this person, with what depends on where and when changed; it must be accepted. */
type Accepted = (person: string, name: string, changed?: Record<string, unknown>) => Promise<Loose>;
type Ids = Record<string, string>;

export const sendCompositionExamples = async (accepted: Accepted, ids: Ids): Promise<void> => {
  const { portfolioId } = ids;
  ids.nodeId = (await accepted('p-otto', `post ${P}/nodes`, { parentId: portfolioId })).id;
  await accepted('p-otto', `put ${P}/nodes/{nodeId}/name`);
  await accepted('p-otto', `put ${P}/nodes/{nodeId}/place`, { parentId: portfolioId });
  await accepted('p-otto', 'put /api/v1/projects/{projectId}/place');
  await accepted('p-otto', `post ${P}/nodes/{nodeId}/closure`);
};

export const sendStrategyExamples = async (accepted: Accepted, ids: Ids): Promise<void> => {
  const one = `${P}/objectives/{objectiveId}`;
  const objectiveId = (await accepted('p-otto', `post ${P}/objectives`)).id;
  ids.objectiveId = objectiveId;
  await accepted('p-otto', `put ${one}`);
  await accepted('p-otto', `put ${P}/objective-weights`, { weights: [{ objectiveId, weight: '1' }] });
  await accepted('p-otto', `post ${one}/actuals`);
  await accepted('p-otto', `post ${one}/corrections`);
  await accepted('p-priya', `post ${serves}`);
  await accepted('p-otto', `post ${serves}/confirmation`);
  await accepted('p-otto', `post ${serves}/withdrawal`);
  await accepted('p-otto', `post ${one}/retirement`);
};
