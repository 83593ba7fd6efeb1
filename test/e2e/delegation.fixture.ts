import { until } from '@docket/kernel/testing';
import type { Loose, TestDocket } from './docket.fixture';
import type { Office } from './office.fixture';
import { bridge } from './samples.fixture';

/** A body of one: Sam's. */
export const leadIn = async (office: Office, name = 'Lead of roads', chair = 'p-sam'): Promise<string> => {
  const rules = { quorum: { kind: 'count', seats: 1 }, carryRule: 'majority-of-cast', minimumSeats: 1 };
  const path = office.aimed('/api/v1/portfolios/{portfolioId}/bodies');
  const bodyId = await office.create('p-otto', path, { name, ...rules });
  await office.done('p-otto', `/api/v1/bodies/${bodyId}/seats`, { personId: chair, role: 'chair' });
  return bodyId;
};

/** The board passes on a part of what it holds. The grant. */
export const delegated = (
  office: Office,
  bodyId: string,
  {
    callInHours,
    ...authority
  }: Readonly<{
    callInHours?: number;
    perDecision?: string;
    kinds?: readonly string[];
    domains?: readonly string[];
    outcomes?: readonly string[];
  }> = {},
): Promise<string> =>
  office.create('p-chen', office.aimed('/api/v1/portfolios/{portfolioId}/grants'), {
    ...{ from: { kind: 'grant', grantId: office.ids.grantId }, bodyId },
    authority: { perDecision: '50000000', perPeriod: { amount: '100000000', period: 'year' }, ...authority },
    ...(callInHours === undefined ? {} : { callInHours }),
  });

/** A lead to whom the board has passed on a part of what it holds, with three days to call in what he decides. */
export const leadUnder = async (office: Office): Promise<string> => {
  const lead = await leadIn(office);
  await delegated(office, lead, { callInHours: 72 });
  return lead;
};

type Asked = Readonly<{ bodyId: string; projectId: string; ask: string; supersedes?: string }>;

/** A motion on a project, tabled by the secretary. */
export const tabled = (office: Office, asked: Asked): Promise<string> =>
  office.create('p-sven', office.aimed('/api/v1/portfolios/{portfolioId}/motions'), {
    ...asked,
    question: 'Shall it be so?',
  });

/** These people open, vote for it and close; the first of them conducts. */
export const carried = async (office: Office, motionId: string, people: readonly [string, ...string[]]) => {
  const [lead] = people;
  await office.done(lead, `/api/v1/motions/${motionId}/ballot`);
  for (const person of people)
    await office.done(person, `/api/v1/motions/${motionId}/votes`, { choice: 'for', reason: 'It pays.' });
  await office.done(lead, `/api/v1/motions/${motionId}/close`);
};

/** A new proposal before a lead, whose own vote carries it. */
export const carriedByLead = async (office: Office, bodyId: string, name: string, ask = 'go') => {
  const path = office.aimed('/api/v1/portfolios/{portfolioId}/projects');
  const projectId = await office.create('p-priya', path, { ...bridge, name });
  const motionId = await tabled(office, { bodyId, projectId, ask });
  await carried(office, motionId, ['p-sam']);
  return { projectId, motionId };
};

/** The same, decided by the lead, and arrived at its project. */
export const decidedByLead = async (office: Office, bodyId: string, name: string) => {
  const motion = await carriedByLead(office, bodyId, name);
  await office.done('p-sam', `/api/v1/motions/${motion.motionId}/decision`, { rationale: 'It pays.' });
  await office.isAuthorised(motion.projectId);
  return motion;
};

/** What anybody reads now, all that was recorded included. */
export const readNow = async (docket: TestDocket, path: string): Promise<Loose> => {
  const head = await docket.running.system.adapters.store.head();
  return (await docket.visitor.get(`${path}${path.includes('?') ? '&' : '?'}after=${head}`)).body;
};

/** Waits for the follow-ups: what is read is so by then. */
export const comesToBe = (
  what: string,
  docket: TestDocket,
  path: string,
  isSo: (body: Loose) => boolean,
): Promise<Loose> =>
  until(what, async () => {
    const body = await readNow(docket, path);
    return isSo(body) && body;
  });
