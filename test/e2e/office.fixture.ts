import type { Answer, Caller } from './docket.fixture';
import { TestDocket } from './docket.fixture';
import { board, bridge, confidenceModel, seats, today } from './samples.fixture';

/** Ids of one thing of each kind. */
export type OfficeIds = Readonly<{
  portfolioId: string;
  /** A proposal with an open motion. */
  projectId: string;
  /** A draft. */
  modelId: string;
  bodyId: string;
  /** Its ballot is open, and nobody has voted. */
  motionId: string;
}>;

/** A Docket in which one thing of each kind stands: what requests can be aimed at. */
export class Office {
  private readonly sessions = new Map<string, Caller>();

  private constructor(
    readonly docket: TestDocket,
    readonly ids: OfficeIds,
    /** A published model of the portfolio. */
    readonly publishedModelId: string,
  ) {}

  static async open(start: () => Promise<TestDocket> = () => TestDocket.start()): Promise<Office> {
    const docket = await start();
    const office = new Office(docket, {} as OfficeIds, '');
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
    const published = await office.create('p-otto', `${within}/scoring-models`, confidenceModel);
    await office.done('p-otto', `/api/v1/scoring-models/${published}/publication`);
    const bodyId = await office.create('p-otto', `${within}/bodies`, board);
    for (const seat of seats) await office.done('p-otto', `/api/v1/bodies/${bodyId}/seats`, seat);
    const motionId = await office.motion({ portfolioId, bodyId, projectId });
    const last = await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
    await docket.visitor.get(`/api/v1/portfolios?after=${last.body.position}`);
    return new Office(docket, { portfolioId, projectId, modelId, bodyId, motionId }, published);
  }

  /** A caller with a session of this person; `visitor` and `operator` are known too. */
  async as(person: string): Promise<Caller> {
    if (person === 'visitor') return this.docket.visitor;
    if (person === 'operator') return this.docket.operator;
    const known = this.sessions.get(person) ?? (await this.docket.as(person));
    this.sessions.set(person, known);
    return known;
  }

  /** A write that must succeed. */
  async done(person: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await (await this.as(person)).post(path, body);
    if (answer.status >= 300) throw new Error(answer.text);
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

  /** Another project is reported better than the one that requests are aimed at. */
  async oneStandsAbove(): Promise<void> {
    const name = 'South bridge renewal';
    const path = this.aimed('/api/v1/portfolios/{portfolioId}/projects');
    const other = await this.create('p-priya', path, { ...bridge, name });
    const { body } = await this.done('p-priya', `/api/v1/projects/${other}/reports`, {
      reportedFor: today(),
      figures: {},
      confidence: { scale: 'ipa-3', rating: 'green' },
    });
    await this.docket.visitor.get(`${path}?after=${body.position}`);
  }

  /** The path of a template of the OpenAPI document, aimed at what stands here. */
  aimed(template: string, ids: Readonly<Record<string, string>> = {}): string {
    const known: Record<string, string> = { personId: 'p-carl', ...this.ids, ...ids };
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
