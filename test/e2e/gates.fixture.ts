import { until } from '@docket/kernel/testing';
import type { Answer, Loose } from './docket.fixture';
import type { Office } from './office.fixture';
import { bridge } from './samples.fixture';

const criterion = (id: string, wording: string, meet: 'must' | 'should', needsEvidence: boolean) => ({
  ...{ id, wording, meet, needsEvidence },
});

/** Two gates of the projects of a city. */
export const cityGates = [
  {
    id: 'idea',
    name: 'Gate 1: idea',
    criteria: [criterion('sponsor', 'Somebody sponsors it.', 'must', false)],
  },
  {
    id: 'case',
    name: 'Gate 2: business case',
    criteria: [
      criterion('funding', 'The treasury has agreed to fund it.', 'must', true),
      criterion('options', 'Three options were compared.', 'should', false),
    ],
  },
];

/** What a project ended with. */
export const closing = {
  finalCost: { amount: '12900000', currency: 'GBP' },
  start: '2024-04-01',
  finish: '2026-03-31',
  lessons: 'Ask the river before the engineers: the flood came in March.',
  benefitOwner: 'p-maya',
};

/** What people do at the gates of a city: each step answers as it was answered. */
export class AtGates {
  constructor(private readonly office: Office) {}

  private async write(person: string, method: string, path: string, body: unknown): Promise<Answer> {
    return (await this.office.as(person)).write(method, path, body);
  }

  publish(gates: unknown = cityGates, person = 'p-otto'): Promise<Answer> {
    const path = `/api/v1/portfolios/${this.office.ids.portfolioId}/gates`;
    return this.write(person, 'POST', path, { kind: 'project', gates });
  }

  reach(project: string, gate: string, person = 'p-priya', reason = 'It is ready.'): Promise<Answer> {
    return this.write(person, 'PUT', `/api/v1/projects/${project}/gate`, { gate, reason });
  }

  show(project: string, gate: string, of: string, person = 'p-priya'): Promise<Answer> {
    const shown = { what: 'The letter of 3 March.', reference: 'Record 118' };
    const path = `/api/v1/projects/${project}/gate/evidence`;
    return this.write(person, 'POST', path, { gate, criterion: of, ...shown });
  }

  judge(
    project: string,
    gate: string,
    of: string,
    finding: string,
    person = 'p-dina',
    reason = 'Read it.',
  ): Promise<Answer> {
    const path = `/api/v1/projects/${project}/gate/judgements`;
    return this.write(person, 'POST', path, { gate, criterion: of, finding, reason });
  }

  close(project: string, closure: unknown = closing, person = 'p-priya'): Promise<Answer> {
    return this.write(person, 'POST', `/api/v1/projects/${project}/closure`, closure);
  }

  correct(project: string, closure: unknown, person = 'p-priya'): Promise<Answer> {
    return this.write(person, 'PUT', `/api/v1/projects/${project}/closure`, closure);
  }

  propose(name: string): Promise<string> {
    const path = this.office.aimed('/api/v1/portfolios/{portfolioId}/projects');
    return this.office.create('p-priya', path, { ...bridge, name });
  }

  /** The board is asked, and its ballot is not open yet. */
  table(project: string, ask: string): Promise<string> {
    const { portfolioId, bodyId } = this.office.ids;
    const question = 'What becomes of it?';
    const asking = { bodyId, projectId: project, ask, question };
    return this.office.create('p-sven', `/api/v1/portfolios/${portfolioId}/motions`, asking);
  }

  open(motion: string): Promise<Answer> {
    return this.write('p-sven', 'POST', `/api/v1/motions/${motion}/ballot`, {});
  }

  /** The board votes for what it is asked, and what it decided has reached the project. */
  async decide(motion: string, decision: object = { rationale: 'As it was put to us.' }): Promise<void> {
    const path = `/api/v1/motions/${motion}`;
    for (const person of ['p-chen', 'p-bea'])
      await this.office.done(person, `${path}/votes`, { choice: 'for', reason: 'Yes.' });
    await this.office.done('p-chen', `${path}/close`);
    await this.office.done('p-chen', `${path}/decision`, decision);
    await until(
      `motion ${motion} is carried`,
      async () => (await this.now(path)).followUp?.state === 'carried',
    );
  }

  /** A motion from its tabling to its end. */
  async decided(project: string, ask: string, decision?: object): Promise<string> {
    const motion = await this.table(project, ask);
    const opened = await this.open(motion);
    if (opened.status !== 200) throw new Error(opened.text);
    await this.decide(motion, decision);
    return motion;
  }

  /** What a read answers, all that was recorded by now included. */
  async now(path: string): Promise<Loose> {
    const asks = path.includes('?') ? '&' : '?';
    return (await this.office.docket.visitor.get(`${path}${asks}after=${await this.office.head()}`)).body;
  }
}

/** Projects of an office, at the ends of which reads are aimed. */
export type Lived = Readonly<{ gated: string; motion: string; closed: string }>;

/** One project that has passed a gate and stands at the next while the board votes, one that was completed, closed and corrected. */
export const liveThroughGates = async (office: Office): Promise<Lived> => {
  const at = new AtGates(office);
  await at.publish();
  const [gated, closed] = [await at.propose('East bridge'), await at.propose('Old mill')];
  await at.reach(gated, 'idea');
  await at.judge(gated, 'idea', 'sponsor', 'met');
  await at.decided(gated, 'go');
  await at.reach(gated, 'case');
  await at.show(gated, 'case', 'funding');
  await at.judge(gated, 'case', 'funding', 'met');
  const motion = await at.table(gated, 'go');
  await at.open(motion);
  await at.decided(closed, 'go');
  await at.decided(closed, 'complete');
  await at.close(closed);
  await at.correct(closed, {
    ...closing,
    finalCost: { amount: '13000000', currency: 'GBP' },
    reason: 'The last invoice came in.',
  });
  await at.now('/api/v1/portfolios');
  return { gated, motion, closed };
};
