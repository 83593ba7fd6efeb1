import type { Office } from './office.fixture';
import { bridge, judgement, today, worthModel } from './samples.fixture';

/**
 * Lets everything happen in an office that an answer can show: votes, a report and its correction, a judgement and its correction, a
 * dependency, a decision, a case that goes on after it, and the draft of a second version of the rated model, whose id it answers.
 */
export const liveOn = async (office: Office): Promise<string> => {
  const { projectId, motionId } = office.ids;
  for (const person of ['p-chen', 'p-bea'])
    await office.done(person, `/api/v1/motions/${motionId}/votes`, {
      choice: 'for',
      reason: 'It is worth it.',
    });
  const report = {
    figures: {
      ...{ budget: '1200000', forecast: '1260000' },
      ...{ plannedValue: '3000000', earnedValue: '2500000', actualCost: '2800000' },
    },
    narrative: 'On plan.',
  };
  const reports = `/api/v1/projects/${projectId}/reports`;
  await office.done('p-priya', reports, { reportedFor: today(), figures: {}, narrative: 'Soon.' });
  const priya = await office.as('p-priya');
  const confidence = `/api/v1/projects/${projectId}/confidence`;
  for (const rating of ['red', 'amber']) await office.done('p-dina', confidence, { ...judgement, rating });
  const within = office.aimed('/api/v1/portfolios/{portfolioId}');
  const to = await office.create('p-priya', `${within}/projects`, { ...bridge, name: 'South quay' });
  await office.done('p-otto', `${within}/dependencies`, {
    kind: 'requires',
    from: projectId,
    to,
    reason: 'One crane.',
  });
  await office.done('p-chen', `/api/v1/motions/${motionId}/close`);
  const decided = await office.done('p-chen', `/api/v1/motions/${motionId}/decision`, {
    rationale: 'It is worth it.',
  });
  await office.docket.visitor.get(`/api/v1/projects/${projectId}?after=${decided.body.position}`);
  await priya.write('PUT', `${reports}/${today()}`, { ...report, reason: 'It was not soon.' });
  const dearer = { ...bridge, wholeLifeCost: '13000000' };
  await priya.write('PUT', `/api/v1/projects/${projectId}/business-case`, dearer);
  const { body } = await office.done('p-otto', `${within}/scoring-models`, {
    ...worthModel,
    name: 'Worth 2',
  });
  await office.docket.visitor.get(`/api/v1/projects/${projectId}?after=${body.position}`);
  return body.id;
};
