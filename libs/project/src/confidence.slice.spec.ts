import 'reflect-metadata';
import { streamName, type Reading } from '@docket/kernel';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  CorrectReportCommand,
  FindConfidenceQuery,
  FindProjectQuery,
  ImportAuthorisedProjectCommand,
  JudgeConfidenceCommand,
  ListReportsQuery,
  ReportStatusCommand,
  WithdrawConfidenceCommand,
} from '.';
import { knownIn, projectId, row } from './testing/project.scenes';
import { openPortfolio, openProjectSlice, reach } from './testing/project-slice';

const today = '2026-03-02';
const amber = { scale: 'ipa-3', rating: 'amber', reason: 'The deck is late.' };
const red = { scale: 'ipa-3', rating: 'red', reason: 'There is no deck.' };
const listed = { scale: 'ipa-5', rating: 'amber-red' };

/** Events 1 to 3: the portfolio, its history and the project; 4 is the report of 2014's list, and 5 settles its dates. */
describe('delivery confidence through the bus', () => {
  let slice: Slice;
  beforeEach(async () => {
    slice = await openProjectSlice();
    const portfolioId = await openPortfolio(slice, knownIn(2014));
    await reach(slice, portfolioId, knownIn(2014));
    const work = { projectId, portfolioId, name: 'Crossrail', source: row(2014) };
    await slice.commands.execute(
      new ImportAuthorisedProjectCommand(requestOf('i', work, knownIn(2014)), work),
    );
    const report = { projectId, reportedFor: '2014-07-01', figures: { budget: '7' }, source: row(2014) };
    await slice.commands.execute(
      new ReportStatusCommand(requestOf('r', report, knownIn(2014)), { ...report, confidence: listed }),
    );
  });
  afterEach(() => slice.close());

  const judge = (key: string, reviewer: string, said: typeof amber, judgedFor = today) =>
    slice.commands.execute(
      new JudgeConfidenceCommand({ ...requestOf(key), actor: reviewer }, { projectId, judgedFor, ...said }),
    );
  const withdraw = (key: string, actor: string, reviewer?: string) =>
    slice.commands.execute(
      new WithdrawConfidenceCommand(
        { ...requestOf(key), actor },
        { projectId, judgedFor: today, reason: 'Mistaken.', ...(reviewer ? { reviewer } : {}) },
      ),
    );
  const told = async (reading: Reading) => {
    const answer = await slice.queries.execute(new FindConfidenceQuery(reading, projectId));
    if ('outcome' in answer) throw new Error(answer.refusal.message);
    return answer;
  };
  const asOf = async (number: number): Promise<Reading> => {
    const { readModel, cut } = await slice.read();
    return { readModel, cut: { ...cut, number } };
  };

  it('is what the list published, until a reviewer judges it', async () => {
    await judge('j', 'dina', amber);
    const { published, judgements, counts, why } = await told(await slice.read());
    expect(published).toEqual([
      {
        reportedFor: '2014-07-01',
        ...listed,
        source: row(2014),
        eventId: expect.any(String),
        number: 4,
        date: knownIn(2014),
        counts: false,
      },
    ]);
    expect(judgements).toEqual([
      {
        judgedFor: today,
        reviewer: 'dina',
        ...amber,
        notCounted: null,
        withdrawn: null,
        eventId: expect.any(String),
        number: 6,
        revision: 2,
        date: expect.stringMatching(/^2026-03-02T/),
        counts: true,
        former: [],
      },
    ]);
    expect(counts).toEqual({
      day: today,
      reviewer: 'dina',
      scale: 'ipa-3',
      rating: 'amber',
      eventId: judgements[0]?.eventId,
      number: 6,
      revision: 2,
    });
    expect(why).toBe('dina judged it for 2026-03-02, the latest day that anybody did.');
    const before = await told(await asOf(4));
    expect([before.counts?.rating, before.judgements, before.published[0]?.counts]).toEqual([
      'amber-red',
      [],
      true,
    ]);
  });

  it('keeps what a reviewer said before, and what another says of the same day', async () => {
    await judge('j1', 'dina', amber);
    await judge('j2', 'bea', amber);
    await judge('j3', 'dina', red);
    const { judgements, counts } = await told(await slice.read());
    expect(
      judgements.map(({ reviewer, rating, number, counts: does, former }) => [
        reviewer,
        rating,
        number,
        does,
        former.map((one) => [one.rating, one.reason, one.number]),
      ]),
    ).toEqual([
      ['bea', 'amber', 7, false, []],
      ['dina', 'red', 8, true, [['amber', 'The deck is late.', 6]]],
    ]);
    expect(counts).toMatchObject({ reviewer: 'dina', rating: 'red' });
  });

  it('tells that a judgement was withdrawn where nothing but the list is left', async () => {
    await judge('j', 'dina', amber);
    await withdraw('w', 'otto', 'dina');
    const { why, counts } = await told(await slice.read());
    expect(counts?.reviewer).toBeNull();
    expect(why).toBe('The list of 2014-07-01 rates it, and every judgement of it since was withdrawn.');
  });

  it('is the one before again once the last is withdrawn, and keeps the number of its own event', async () => {
    await judge('j1', 'bea', amber);
    await judge('j2', 'dina', red);
    await withdraw('w', 'otto', 'dina');
    const { judgements, counts } = await told(await slice.read());
    expect(counts).toMatchObject({ reviewer: 'bea', rating: 'amber', number: 6 });
    expect(judgements.at(-1)).toMatchObject({
      reviewer: 'dina',
      number: 7,
      counts: false,
      withdrawn: { by: 'otto', reason: 'Mistaken.' },
    });
    await judge('j3', 'dina', amber);
    const again = (await told(await slice.read())).judgements.at(-1);
    expect(again).toMatchObject({
      rating: 'amber',
      withdrawn: null,
      former: [{ withdrawn: { by: 'otto' } }],
    });
  });

  it('is neither cleared by a report that says nothing of it, nor touched by a correction', async () => {
    const { commands, queries } = slice;
    const figures = { budget: '8' };
    const correction = { projectId, reportedFor: '2014-07-01', figures, reason: 'Mistyped.' };
    await commands.execute(new CorrectReportCommand(requestOf('c'), correction));
    const [corrected] = await rowsOf(await slice.read());
    expect([corrected?.figures, corrected?.confidence]).toEqual([{ budget: '8' }, listed]);
    expect((await told(await slice.read())).published).toMatchObject([
      { ...listed, number: 4, counts: true },
    ]);

    await judge('j', 'dina', red);
    await commands.execute(
      new ReportStatusCommand(requestOf('r2'), { projectId, reportedFor: today, figures }),
    );
    const reading = await slice.read();
    expect((await told(reading)).counts).toMatchObject({ reviewer: 'dina', rating: 'red' });
    expect(await queries.execute(new FindProjectQuery(reading, projectId))).toMatchObject({
      confidence: { day: today, reviewer: 'dina', rating: 'red' },
      lastReport: { reportedFor: today, confidence: null },
    });
  });

  const rowsOf = async (reading: Reading) => {
    const rows = await slice.queries.execute(new ListReportsQuery(reading, projectId));
    return 'outcome' in rows ? [] : rows;
  };

  it('has one effect however often a judgement is sent, and none where it is refused', async () => {
    const sent = await Promise.all(Array.from({ length: 10 }, () => judge('j', 'dina', amber)));
    expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await judge('k', 'dina', { ...amber, scale: 'ipa-9' })).toMatchObject({
      refusal: { code: 'confidence-off-scale' },
    });
    expect(await judge('l', 'dina', amber, '2013-01-01')).toMatchObject({
      refusal: { code: 'judgement-before-project' },
    });
    const events = await slice.events(streamName('docket', 'project', projectId));
    expect(events.map(({ type }) => type)).toEqual([
      'AuthorisedProjectImported',
      'StatusReported',
      'DeliveryConfidenceJudged',
    ]);
  });

  it('is of a project that is there', async () => {
    const { readModel, cut } = await slice.read();
    const reading = { readModel, cut: { ...cut, number: 1 } };
    expect(await slice.queries.execute(new FindConfidenceQuery(reading, projectId))).toMatchObject({
      refusal: { code: 'project-unknown' },
    });
  });
});
