import 'reflect-metadata';
import { streamName, type Reading } from '@docket/kernel';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  businessCaseTable,
  carryDecision,
  claimForMotion,
  CorrectReportCommand,
  FindEarnedValueQuery,
  FindReportQuery,
  ListReportsQuery,
  ListRevisionsQuery,
  projectById,
  projectTable,
  ProposeProjectCommand,
  ReportStatusCommand,
  ReviseBusinessCaseCommand,
  type ReportedFigures,
} from '.';
import { bodyId, fullCase, writtenCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

const unknownId = '11111111-1111-8111-8111-111111111111';
const later = { ...fullCase, vendor: 'Another Ltd' };

describe('a business case and its reports through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice);
    projectId = idOf(
      await slice.commands.execute(new ProposeProjectCommand(requestOf('p'), { portfolioId, ...fullCase })),
    );
  });
  afterEach(() => slice.close());

  const revise = (key: string, stated = later) =>
    slice.commands.execute(new ReviseBusinessCaseCommand(requestOf(key), { projectId, ...stated }));
  const decide = async (motionId: string, outcome: 'go' | 'complete') => {
    await claimForMotion(slice.runtime, requestOf(`c${motionId}`), { projectId, motionId });
    const decision = { projectId, motionId, bodyId, outcome };
    await carryDecision(slice.runtime, requestOf(`d${motionId}`), decision);
  };
  const report = (reportedFor: string, figures: ReportedFigures) =>
    slice.commands.execute(
      new ReportStatusCommand(requestOf(`r${reportedFor}`), { projectId, reportedFor, figures }),
    );
  const correct = (key: string, reportedFor: string, figures: ReportedFigures) =>
    slice.commands.execute(
      new CorrectReportCommand(requestOf(key), { projectId, reportedFor, figures, reason: 'Mistyped.' }),
    );
  const rowOf = async ({ readModel, cut }: Reading) => readModel.rowAsOf(projectTable, cut.number, projectId);

  it('is kept word by word apart from facts, and read as it was stated', async () => {
    const [event] = await slice.store.read(streamName('docket', 'project', projectId));
    const [facts = '', words = ''] = Buffer.from(event?.bytes ?? [])
      .toString()
      .split('\n');
    for (const text of ['The law comes late.', 'Ask the ministry', 'not the courts', 'Scanning the paper'])
      expect([facts.includes(text), words.includes(text)]).toEqual([false, true]);
    const { readModel, cut } = await slice.read();
    const { riskTexts: _, ...written } = writtenCase;
    expect(await projectById(readModel, cut, { projectId })).toMatchObject({
      description: written.summary,
      businessCase: {
        vendor: written.vendor,
        tags: written.tags,
        scope: written.scope,
        options: written.options,
        budgetByYear: written.budgetByYear,
        demand: written.demand,
        benefits: written.benefits,
        risks: [
          { id: 'law', description: 'The law comes late.', response: 'Ask the ministry every month.' },
          { id: 'paper', description: 'Titles are missing.', response: null },
        ],
      },
    });
  });

  it('shows what each revision changed, and the lists of the last to whoever plans with them', async () => {
    await revise('r1');
    await revise('r2', { ...later, demand: [] as unknown as typeof later.demand });
    const reading = await slice.read();
    const answer = await slice.queries.execute(new ListRevisionsQuery(reading, projectId));
    expect(answer).toMatchObject([
      { number: 1, actor: 'ada', revision: 0 },
      { number: 2, differences: [{ path: 'vendor', before: 'Registra Ltd', after: 'Another Ltd' }] },
      {
        number: 3,
        differences: [{ path: 'demand/database engineer 2026-10', before: '320.5', after: null }],
      },
    ]);
    const { readModel, cut } = reading;
    const demandAt = async (number: number) =>
      (await readModel.rowsAsOf(businessCaseTable, number, { scope: portfolioId }))[0]?.row.demand;
    expect([await demandAt(cut.number - 1), await demandAt(cut.number)]).toEqual([writtenCase.demand, []]);
  });

  it('has one effect however often a revision or a correction is sent', async () => {
    await report('2026-03-02', { budget: '1' });
    const sent = await Promise.all(Array.from({ length: 10 }, () => revise('r')));
    const corrected = await Promise.all(
      Array.from({ length: 10 }, () => correct('k', '2026-03-02', { budget: '2' })),
    );
    expect(new Set([...sent, ...corrected].map((one) => JSON.stringify(one))).size).toBe(2);
    expect((await slice.events(streamName('docket', 'project', projectId))).map(({ type }) => type)).toEqual([
      'ProjectProposed',
      'StatusReported',
      'ProposalRevised',
      'StatusReportCorrected',
    ]);
  });

  it('tells the former value of a report beside the new one, and the old one as of before', async () => {
    await report('2026-03-02', { actualCost: '120' });
    const before = await slice.read();
    await correct('k1', '2026-03-02', { actualCost: '60' });
    await correct('k2', '2026-03-02', { actualCost: '61' });
    const now = await slice.read();
    const asked = (reading: Reading) =>
      slice.queries.execute(new FindReportQuery(reading, projectId, '2026-03-02'));
    expect(await asked(before)).toMatchObject({ figures: { actualCost: '120' }, corrections: [] });
    const shown = await asked(now);
    expect(shown).toMatchObject({
      figures: { actualCost: '61' },
      revision: 3,
      corrections: [
        { former: { figures: { actualCost: '120' }, revision: 1 }, correctedBy: 'ada', reason: 'Mistyped.' },
        { former: { figures: { actualCost: '60' }, revision: 2 } },
      ],
    });
    expect(await slice.queries.execute(new ListReportsQuery(now, projectId))).toEqual([shown]);
    expect(await rowOf(now)).toMatchObject({
      reports: 1,
      last_report: { figures: { actualCost: '61' }, revision: 3 },
    });
  });

  it('measures slip from the first finish as it was corrected, wherever the correction falls', async () => {
    await report('2026-03-02', { finish: '2029-01-01' });
    const first = async () => (await rowOf(await slice.read()))?.first_finish;
    expect(await first()).toBe('2029-01-01');
    await correct('k1', '2026-03-02', { finish: '2029-02-02' });
    expect(await first()).toBe('2029-02-02');
    await correct('k2', '2026-03-02', {});
    expect(await first()).toBeNull();
  });

  it('follows with earned value, against the baseline as authorised', async () => {
    await decide('m1', 'go');
    await revise('r', {
      ...later,
      wholeLifeCost: '60000000',
      budgetByYear: [] as unknown as typeof later.budgetByYear,
    });
    await report('2026-03-02', {
      plannedValue: '3000',
      earnedValue: '2500',
      actualCost: '2800',
      finish: '2029-03-31',
    });
    const asked = async (id = projectId) =>
      slice.queries.execute(new FindEarnedValueQuery(await slice.read(), id));
    const GBP = (value: string) => ({ value, unit: 'GBP' });
    const open = await asked();
    expect(open).toMatchObject({
      definition: 'earned-value-1',
      currency: 'GBP',
      reportedFor: '2026-03-02',
      performance: { costVariance: GBP('-300') },
      against: { original: { budgetAtCompletion: GBP('48250000'), onTime: { unavailable: 'not-finished' } } },
    });
    await decide('m2', 'complete');
    expect(await asked()).toMatchObject({
      against: { current: { onTime: { value: true }, onBudget: { value: true } } },
    });
    expect(await asked(unknownId)).toMatchObject({ refusal: { code: 'project-unknown' } });
  });

  it('has no earned value before a decision sets its baseline', async () => {
    const values = { plannedValue: '3000', earnedValue: '2500', actualCost: '2800' };
    expect(await report('2026-03-02', values)).toMatchObject({
      refusal: {
        code: 'value-before-baseline',
        message:
          '"Digital land register" has no baseline yet: it is proposed, and nothing of it is planned or earned before a decision authorises it. Leave planned and earned value out; what it has cost so far can be reported.',
      },
    });
    expect(await rowOf(await slice.read())).toMatchObject({ reports: 0, said: [] });
    await report('2026-03-02', { actualCost: '2800' });
    await decide('m1', 'go');
    await correct('k', '2026-03-02', values);
    expect(
      await slice.queries.execute(new FindEarnedValueQuery(await slice.read(), projectId)),
    ).toMatchObject({ performance: { costVariance: { value: '-300' } } });
  });

  it('keeps the earned value of the report that last gave any, and says for which day', async () => {
    await decide('m1', 'go');
    await report('2026-03-02', { plannedValue: '3000', earnedValue: '2500', actualCost: '2800' });
    slice.clock.set('2026-04-30T12:00:00.000Z');
    await report('2026-04-30', { finish: '2029-06-30' });
    const asked = async () => slice.queries.execute(new FindEarnedValueQuery(await slice.read(), projectId));
    expect(await asked()).toMatchObject({
      reportedFor: '2026-04-30',
      valuesReportedFor: '2026-03-02',
      performance: { costVariance: { value: '-300' }, scheduleVariance: { value: '-500' } },
    });
    const only = { value: null, unavailable: 'earned-value-missing' };
    await correct('k', '2026-04-30', { actualCost: '2900' });
    expect(await asked()).toMatchObject({
      valuesReportedFor: '2026-04-30',
      performance: { costVariance: only, scheduleVariance: only },
    });
  });
});
