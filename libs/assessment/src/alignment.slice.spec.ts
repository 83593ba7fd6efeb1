import { AddObjectiveCommand, WeighObjectivesCommand, RetireObjectiveCommand } from '@docket/portfolio';
import { ProposeProjectCommand, WithdrawProposalCommand } from '@docket/project';
import { AlignmentsQuery } from './features/alignments/alignments.query';
import { ClaimContributionCommand } from './features/claim-contribution/claim-contribution.command';
import { ConfirmContributionCommand } from './features/confirm-contribution/confirm-contribution.command';
import { ContributionsQuery, ProjectContributionsQuery } from './features/contributions/contributions.query';
import { ObjectiveCoverageQuery } from './features/objective-coverage/objective-coverage.query';
import { WithdrawContributionCommand } from './features/withdraw-contribution/withdraw-contribution.command';
import { alignmentIdOf } from './domain/alignment';
import { Office, portfolioId } from './testing/office';

const bridge = {
  name: 'North bridge',
  summary: 'Bearings and deck.',
  sponsor: 'grace',
  manager: 'linus',
  wholeLifeCost: '100',
  start: '2026-09-01',
  finish: '2027-03-31',
};
const objective = (name: string) => ({
  portfolioId,
  name,
  description: 'So.',
  measure: { name, unit: 'pieces', direction: 'rises' } as const,
  baseline: { value: '0', day: '2025-12-31' },
  target: { value: '10', day: '2030-12-31' },
});

describe('what projects contribute, on the bus', () => {
  let office: Office;
  let projectId: string;
  let limits: string;
  let trips: string;
  let keys = 0;
  const by = (actor: string, operation: string) => ({
    ...office.request(operation, `key-${(keys += 1)}`),
    actor,
  });
  const claim = (objectiveId: string, level: number, actor = 'linus') =>
    office.asks(
      new ClaimContributionCommand(by(actor, 'claim'), { projectId, objectiveId, level, reason: 'So.' }),
    );
  const confirm = (objectiveId: string, level: number, actor = 'otto') =>
    office.asks(
      new ConfirmContributionCommand(by(actor, 'confirm'), { projectId, objectiveId, level, reason: 'Yes.' }),
    );
  const add = async (name: string) =>
    (await office.does(new AddObjectiveCommand(by('pmo', 'add-objective'), objective(name)))).id;
  const weigh = (...weights: readonly (readonly [string, string])[]) =>
    office.does(
      new WeighObjectivesCommand(by('pmo', 'weigh'), {
        portfolioId,
        weights: weights.map(([objectiveId, weight]) => ({ objectiveId, weight })),
      }),
    );

  beforeEach(async () => {
    office = await Office.open();
    await office.opens();
    projectId = (
      await office.does(new ProposeProjectCommand(by('ada', 'propose'), { portfolioId, ...bridge }))
    ).id;
    [limits, trips] = [await add('Limits'), await add('Trips')];
  });
  afterEach(() => office.close());

  const ofProject = async () => {
    const answer = await office.queries.execute(
      new ProjectContributionsQuery(await office.reading(), { projectId }),
    );
    if ('refusal' in answer) throw new Error(answer.refusal.message);
    return answer;
  };
  const listed = async (filter: { objective?: string; status?: 'claimed' | 'confirmed' } = {}) =>
    (
      await office.queries.execute(new ContributionsQuery(await office.reading(), { portfolioId, ...filter }))
    ).map(({ objectiveId, status, level }) => [
      objectiveId === limits ? 'limits' : 'trips',
      status,
      level.name,
    ]);

  it('count once they are confirmed, at the level confirmed', async () => {
    await weigh([limits, '0.6'], [trips, '0.4']);
    await claim(limits, 4);
    expect((await ofProject()).alignment).toEqual({
      value: null,
      reason: 'nothing-confirmed',
      coverage: { used: 0, eligible: 2 },
    });
    await confirm(limits, 3);
    const { alignment, contributions, levels } = await ofProject();
    expect(alignment).toEqual({ value: '45', reason: null, coverage: { used: 1, eligible: 2 } });
    expect(levels.length).toBe(5);
    const at = '2026-03-02T09:00:00.000Z';
    expect(contributions).toEqual([
      {
        projectId,
        objectiveId: limits,
        status: 'confirmed',
        level: levels[3],
        claimed: levels[4],
        scale: 'contribution-1',
        claim: { level: 4, reason: 'So.', by: 'linus', at },
        confirmation: { level: 3, reason: 'Yes.', by: 'otto', at },
      },
    ]);
  });

  it('are decided on the streams of project, portfolio and strategy', async () => {
    await claim(limits, 4);
    const events = await office.events('alignment', alignmentIdOf(projectId));
    expect(events.flatMap(({ meta }) => meta.guards.map(({ stream }) => stream.split('-')[1]))).toEqual([
      'project',
      'portfolio',
      'strategy',
    ]);
  });

  it('are listed by objective and standing; withdrawn ones are not', async () => {
    await claim(limits, 4);
    await claim(trips, 1);
    await confirm(trips, 2);
    const inAnyOrder = async (filter = {}) => (await listed(filter)).sort();
    expect(await inAnyOrder()).toEqual([
      ['limits', 'claimed', 'essential'],
      ['trips', 'confirmed', 'supporting'],
    ]);
    expect(await listed({ objective: trips })).toEqual([['trips', 'confirmed', 'supporting']]);
    expect(await listed({ status: 'claimed' })).toEqual([['limits', 'claimed', 'essential']]);
    const data = { projectId, objectiveId: limits, reason: 'Out of scope.' };
    await office.does(new WithdrawContributionCommand(by('grace', 'withdraw'), data));
    expect(await inAnyOrder()).toEqual([['trips', 'confirmed', 'supporting']]);
    expect((await ofProject()).contributions.length).toBe(1);
  });

  it('go on counting as they were confirmed when somebody claims more', async () => {
    await weigh([limits, '0.5'], [trips, '0.5']);
    await claim(limits, 2);
    await confirm(limits, 2);
    const before = await office.reading();
    await claim(limits, 4);
    const alignments = async (reading = before) =>
      (await office.queries.execute(new AlignmentsQuery(reading, { portfolioId }))).map(
        ({ id, name, status, alignment }) => [id === projectId, name, status, alignment.value],
      );
    expect(await listed({ status: 'claimed' })).toEqual([['limits', 'claimed', 'supporting']]);
    expect(await alignments(await office.reading())).toEqual([[true, bridge.name, 'proposed', '25']]);
    expect(await alignments()).toEqual([[true, bridge.name, 'proposed', '25']]);
  });

  it('leave a retired objective out, and nothing is said to serve it any more', async () => {
    await weigh([limits, '0.6'], [trips, '0.4']);
    await claim(limits, 4);
    await confirm(limits, 4);
    await claim(trips, 2);
    await confirm(trips, 2);
    expect((await ofProject()).alignment.value).toBe('80');
    const ended = { portfolioId, objectiveId: limits, reason: 'Reached.' };
    await office.does(new RetireObjectiveCommand(by('pmo', 'retire'), ended));
    expect((await ofProject()).alignment).toEqual({
      value: '50',
      reason: null,
      coverage: { used: 1, eligible: 1 },
    });
    expect(await claim(limits, 3)).toMatchObject({ refusal: { code: 'objective-retired' } });
  });

  it('end with the project', async () => {
    await claim(limits, 4);
    const data = { projectId, reason: 'Merged.' };
    await office.does(new WithdrawProposalCommand(by('ada', 'withdraw-proposal'), data));
    expect(await confirm(limits, 4)).toMatchObject({ refusal: { code: 'project-ended' } });
  });

  it('cover an objective only where the project is authorised', async () => {
    await claim(limits, 4);
    await confirm(limits, 4);
    const coverage = async () =>
      office.queries.execute(new ObjectiveCoverageQuery(await office.reading(), { portfolioId }));
    expect(await coverage()).toEqual({
      portfolioId,
      kpi: 'objective-coverage-1',
      covered: { value: '0', reason: null },
      coverage: { used: 0, eligible: 2 },
      uncovered: [
        { id: limits, name: 'Limits' },
        { id: trips, name: 'Trips' },
      ],
    });
  });
});

describe('a portfolio without objectives', () => {
  it('has no objective coverage, rather than none covered', async () => {
    const office = await Office.open();
    await office.opens();
    expect(
      await office.queries.execute(new ObjectiveCoverageQuery(await office.reading(), { portfolioId })),
    ).toMatchObject({
      covered: { value: null, reason: 'no-objectives' },
      coverage: { used: 0, eligible: 0 },
    });
    await office.close();
  });
});
