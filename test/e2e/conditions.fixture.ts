import { until } from '@docket/kernel/testing';
import type { Loose } from './docket.fixture';
import type { Office } from './office.fixture';
import { bridge } from './samples.fixture';

/** A condition of a survey that Priya answers for. */
export const survey = {
  what: 'The ground survey is published.',
  owner: 'p-priya',
  due: '2099-04-01',
  evidence: 'The report with the signature of the geologist.',
  consequence: 'hold',
};

/** Has the board ask for a conditional go on a new proposal, vote for it and close. The motion. */
export const carriedConditionally = async (office: Office, name: string): Promise<string> => {
  const { portfolioId, bodyId } = office.ids;
  const within = `/api/v1/portfolios/${portfolioId}`;
  const parts = { manager: 'p-sam', sponsor: 'p-maya' };
  const projectId = await office.create('p-otto', `${within}/projects`, { ...bridge, ...parts, name });
  const asking = { bodyId, projectId, ask: 'conditional-go', question: 'Shall it go ahead, if so?' };
  const motionId = await office.create('p-sven', `${within}/motions`, asking);
  await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
  for (const person of ['p-chen', 'p-bea'])
    await office.done(person, `/api/v1/motions/${motionId}/votes`, {
      choice: 'for',
      reason: 'If it is safe.',
    });
  await office.done('p-chen', `/api/v1/motions/${motionId}/close`);
  return motionId;
};

/** The follow-up of the decision has set it, and everybody reads that. */
export const conditionIsSet = (office: Office, id: string): Promise<boolean> =>
  until(
    `condition ${id} is set`,
    async () => (await office.docket.visitor.get(`/api/v1/conditions/${id}`)).status === 200,
  );

/** Records a conditional go with these conditions; their ids, once each of them is set. */
export const decidedConditionally = async (
  office: Office,
  motionId: string,
  conditions: readonly object[] = [survey],
): Promise<readonly string[]> => {
  const decision = { rationale: 'If it is safe.', conditions };
  const { body } = await office.done('p-chen', `/api/v1/motions/${motionId}/decision`, decision);
  const motion = await office.docket.visitor.get(`/api/v1/motions/${motionId}?after=${body.position}`);
  const ids: readonly string[] = motion.body.decision.conditions;
  for (const id of ids) await conditionIsSet(office, id);
  return ids;
};

/** A condition as anybody reads it now, all that was recorded included. */
export const conditionNow = async (office: Office, id: string): Promise<Loose> =>
  (await office.docket.visitor.get(`/api/v1/conditions/${id}?after=${await office.head()}`)).body;
