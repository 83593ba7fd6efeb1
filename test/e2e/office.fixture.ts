import { capsuleKeeping, capsuleKeepingOf } from '@docket/governance';
import { streamName } from '@docket/kernel';
import { until } from '@docket/kernel/testing';
import type { Answer, Caller } from './docket.fixture';
import { TestDocket } from './docket.fixture';
import { NOBODYS } from './refused-input.fixture';
import {
  ampleGrant,
  board,
  bridge,
  confidenceModel,
  fewerLimits,
  fitRating,
  interest,
  judgement,
  seats,
  today,
  worthModel,
} from './samples.fixture';

/** Ids of one thing of each kind. */
export type OfficeIds = Readonly<{
  portfolioId: string;
  /** A proposal with an open motion. */
  projectId: string;
  /** A draft. */
  modelId: string;
  bodyId: string;
  /** What the body may decide: much more than the samples cost. */
  grantId: string;
  /** Its ballot is open, and nobody has voted. */
  motionId: string;
  /** A programme in a sub-portfolio. */
  nodeId: string;
  /** The one objective; something was reported of it and corrected, and the project is confirmed to serve it. */
  objectiveId: string;
  /** Of the project, by `ratedModelId`. */
  assessmentId: string;
}>;

/** A Docket in which one thing of each kind stands: what requests can be aimed at. */
export class Office {
  private readonly sessions = new Map<string, Caller>();
  private conditionId = NOBODYS;

  private constructor(
    readonly docket: TestDocket,
    readonly ids: OfficeIds,
    /** A published model of the portfolio. */
    readonly publishedModelId: string,
    /** Another one, with a criterion that assessors rate; not the one in force. */
    readonly ratedModelId: string,
  ) {}

  static async open(start: () => Promise<TestDocket> = () => TestDocket.start()): Promise<Office> {
    const docket = await start();
    const office = new Office(docket, {} as OfficeIds, '', '');
    const portfolioId = await office.create('p-maya', '/api/v1/portfolios', {
      name: 'City',
      currency: 'GBP',
      timeZone: 'Europe/London',
    });
    const within = `/api/v1/portfolios/${portfolioId}`;
    const projectId = await office.create('p-priya', `${within}/projects`, bridge);
    const modelId = await office.create('p-otto', `${within}/scoring-models`, {
      ...confidenceModel,
      name: 'A draft',
    });
    const rated = await office.create('p-otto', `${within}/scoring-models`, worthModel);
    await office.done('p-otto', `/api/v1/scoring-models/${rated}/publication`);
    const published = await office.create('p-otto', `${within}/scoring-models`, confidenceModel);
    await office.done('p-otto', `/api/v1/scoring-models/${published}/publication`);
    const assessment = { modelId: rated, ratings: [fitRating] };
    const assessmentId = await office.create(
      'p-dina',
      `/api/v1/projects/${projectId}/assessments`,
      assessment,
    );
    const bodyId = await office.create('p-otto', `${within}/bodies`, board);
    for (const seat of seats) await office.done('p-otto', `/api/v1/bodies/${bodyId}/seats`, seat);
    const grantId = await office.create('p-otto', `${within}/grants`, { ...ampleGrant, bodyId });
    const motionId = await office.motion({ portfolioId, bodyId, projectId });
    const nodeId = await office.composition(portfolioId);
    const objectiveId = await office.strategy(portfolioId, projectId);
    await office.done('p-otto', `/api/v1/projects/${projectId}/interests`, interest);
    const last = await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
    await docket.visitor.get(`/api/v1/portfolios?after=${last.body.position}`);
    const decided = { bodyId, grantId, motionId, assessmentId };
    const ids = { portfolioId, projectId, modelId, ...decided, nodeId, objectiveId };
    return new Office(docket, ids, published, rated);
  }

  /** A caller with a session of this person; `visitor` and `operator` are known too. */
  async as(person: string): Promise<Caller> {
    if (person === 'visitor') return this.docket.visitor;
    if (person === 'operator') return this.docket.operator;
    const known = this.sessions.get(person) ?? (await this.docket.as(person));
    this.sessions.set(person, known);
    return known;
  }

  /** A write that must succeed. Of a ballot that opens the capsule is kept then: what comes after it is not counted among what others do. */
  async done(person: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await (await this.as(person)).post(path, body);
    if (answer.status >= 300) throw new Error(answer.text);
    await this.capsuleKept(path, answer);
    return answer;
  }

  async create(person: string, path: string, body: unknown): Promise<string> {
    return (await this.done(person, path, body)).body.id;
  }

  motion({
    portfolioId,
    bodyId,
    projectId,
  }: Readonly<{ portfolioId: string; bodyId: string; projectId: string }>): Promise<string> {
    return this.create('p-sven', `/api/v1/portfolios/${portfolioId}/motions`, {
      bodyId,
      projectId,
      ask: 'go',
      question: 'Shall it go ahead?',
    });
  }

  /** The body decides on a proposal, and the decision has reached it. */
  async authorises(projectId: string): Promise<void> {
    const motion = await this.motion({ ...this.ids, projectId });
    await this.done('p-sven', `/api/v1/motions/${motion}/ballot`);
    for (const person of ['p-chen', 'p-bea'])
      await this.done(person, `/api/v1/motions/${motion}/votes`, { choice: 'for', reason: 'Sheep.' });
    await this.done('p-chen', `/api/v1/motions/${motion}/close`);
    await this.done('p-chen', `/api/v1/motions/${motion}/decision`, { rationale: 'Sheep.' });
    await this.isAuthorised(projectId);
  }

  /** A decision that was recorded has reached its project. */
  async isAuthorised(projectId: string): Promise<void> {
    const status = async () =>
      (await this.docket.visitor.get(`/api/v1/projects/${projectId}?after=${await this.head()}`)).body.status;
    for (const deadline = Date.now() + 20_000; (await status()) !== 'authorised';)
      if (Date.now() > deadline) throw new Error('The decision did not reach the project.');
  }

  private async capsuleKept(path: string, { body }: Answer): Promise<void> {
    const [, motionId] = /^\/api\/v1\/motions\/([^/]+)\/ballot$/.exec(path) ?? [];
    if (motionId === undefined) return;
    const { store } = this.docket.running.system.adapters;
    const keeping = capsuleKeepingOf({ motionId, opened: body.revision });
    const stream = streamName(store.installation, capsuleKeeping.name, keeping);
    await until(`the capsule of ${motionId} is kept`, async () => (await store.read(stream)).length === 2);
  }

  private async composition(portfolioId: string): Promise<string> {
    const nodes = `/api/v1/portfolios/${portfolioId}/nodes`;
    const roads = { kind: 'sub-portfolio', name: 'Roads', parentId: portfolioId, lead: 'p-sam' };
    const parentId = await this.create('p-otto', nodes, roads);
    return this.create('p-otto', nodes, { kind: 'programme', name: 'Bridges', parentId });
  }

  private async strategy(portfolioId: string, projectId: string): Promise<string> {
    const within = `/api/v1/portfolios/${portfolioId}`;
    const objectiveId = await this.create('p-otto', `${within}/objectives`, fewerLimits);
    const one = `${within}/objectives/${objectiveId}`;
    await this.done('p-otto', `${one}/actuals`, { day: '2026-01-31', value: '38', note: 'Counted.' });
    await this.done('p-otto', `${one}/corrections`, { day: '2026-01-31', value: '37', reason: 'Recounted.' });
    const served = { objectiveId, level: 3, reason: 'Lifts three of the limits.' };
    await this.done('p-priya', `/api/v1/projects/${projectId}/contributions`, served);
    await this.done('p-otto', `/api/v1/projects/${projectId}/contributions/confirmation`, served);
    const weights = [{ objectiveId, weight: '1' }];
    await (await this.as('p-otto')).write('PUT', `${within}/objective-weights`, { weights });
    return objectiveId;
  }

  /** Another project is judged better than the one that requests are aimed at. */
  async oneStandsAbove(): Promise<void> {
    const name = 'South bridge renewal';
    const path = this.aimed('/api/v1/portfolios/{portfolioId}/projects');
    const other = await this.create('p-priya', path, { ...bridge, name });
    const { body } = await this.done('p-dina', `/api/v1/projects/${other}/confidence`, {
      ...judgement,
      rating: 'green',
    });
    await this.docket.visitor.get(`${path}?after=${body.position}`);
  }

  /** The ballot on another project is open, and nobody has voted. */
  async aVoteIsAwaited(): Promise<void> {
    const path = this.aimed('/api/v1/portfolios/{portfolioId}/projects');
    const projectId = await this.create('p-priya', path, { ...bridge, name: 'West bridge renewal' });
    const motion = await this.motion({ ...this.ids, projectId });
    const { body } = await this.done('p-sven', `/api/v1/motions/${motion}/ballot`);
    await this.docket.visitor.get(`${path}?after=${body.position}`);
  }

  /** From here on requests about a condition are aimed at this one: at first there is none. */
  aimAt(conditionId: string): void {
    this.conditionId = conditionId;
  }

  /** The path of a template of the OpenAPI document, aimed at what stands here. */
  aimed(template: string, ids: Readonly<Record<string, string>> = {}): string {
    const known: Record<string, string> = {
      personId: 'p-carl',
      day: today(),
      number: '2',
      dependencyId: NOBODYS,
      conditionId: this.conditionId,
      ...this.ids,
      ...ids,
    };
    return template.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'unknown');
  }

  /** Where the log ends. */
  head(): Promise<string | undefined> {
    return this.docket.running.system.adapters.store.head();
  }

  close(): Promise<void> {
    return this.docket.stopAndForget();
  }
}
