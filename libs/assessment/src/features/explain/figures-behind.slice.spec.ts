import { CorrectReportCommand, ReportStatusCommand, type ReportedFigures } from '@docket/project';
import { idOf, importsHistory } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { FundingLineQuery } from '../funding-line/funding-line.query';
import { MovesQuery } from '../moves/moves.query';
import { ExplainQuery } from './explain.query';

/** Bridge stands in the list of 2019 with budget 10,000,000, forecast 10,200,000 and a whole-life cost of 90,000,000. */
const projectId = idOf('Bridge');
let office: Office;
beforeEach(async () => {
  office = await Office.open();
  await importsHistory(office);
});
afterEach(() => office.close());

const reports = (reportedFor: string, figures: ReportedFigures) => {
  office.clock.set(`${reportedFor}T12:00:00.000Z`);
  return office.does(
    new ReportStatusCommand(office.request('report', reportedFor), { projectId, reportedFor, figures }),
  );
};
const corrects = (key: string, reportedFor: string, figures: ReportedFigures) =>
  office.does(
    new CorrectReportCommand(office.request('correct', key), {
      ...{ projectId, reportedFor, figures, reason: 'Mistyped.' },
    }),
  );
const explained = async (at?: string) => {
  const answer = await office.queries.execute(
    new ExplainQuery(await office.reading(at), { portfolioId, projectId }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.message);
  return answer;
};
const criterion = async (id: string) => (await explained()).criteria.find((one) => one.criterion === id);
const values = { plannedValue: '6', earnedValue: '5', actualCost: '4' };

describe('a live report that says only some figures', () => {
  it('leaves the others as they were last said, with their day and their event', async () => {
    const before = await explained();
    await reports('2026-04-30', values);
    const after = await explained();
    expect([after.row.rank, after.row.score, after.row.coverage]).toEqual([1, '5', before.row.coverage]);
    const { origin, figures } = after.criteria[2] ?? {};
    expect(origin).toEqual(before.criteria[2]?.origin);
    expect(figures).toMatchObject([
      {
        ...{ figure: 'wholeLifeCost', value: '90000000', reportedFor: '2019-07-01' },
        ...{ number: origin?.number, eventId: origin?.eventId, leftOutBy: '2026-04-30' },
      },
    ]);
  });

  it('moves nothing that it does not say, and is as it was when asked as of an earlier day', async () => {
    const since = await office.reading();
    await reports('2026-04-30', values);
    const moves = await office.queries.execute(
      new MovesQuery(await office.reading(), { portfolioId, since: since.cut }),
    );
    expect('rows' in moves && moves.rows.flatMap(({ parts }) => parts)).toEqual([]);
    expect((await explained('2026-03-31T00:00:00.000Z')).criteria[2]?.figures[0]?.leftOutBy).toBeNull();
  });

  it('is the source of the figure it says: of two that are held against each other the later one', async () => {
    await reports('2026-04-30', { forecast: '10400000' });
    expect(await criterion('budget-variance')).toMatchObject({
      value: '0.04',
      origin: { type: 'StatusReported.v2', revision: 3 },
      figures: [
        { figure: 'budget', reportedFor: '2019-07-01', leftOutBy: '2026-04-30' },
        { figure: 'forecast', reportedFor: '2026-04-30', leftOutBy: null },
      ],
    });
  });

  it('counts along the funding line at the cost that was last reported', async () => {
    await reports('2026-04-30', values);
    const line = await office.queries.execute(
      new FundingLineQuery(await office.reading(), { portfolioId, budget: '100000000' }),
    );
    expect('rows' in line && line.rows[0]).toMatchObject({
      name: 'Bridge',
      cost: { amount: '90000000', basis: 'reported' },
    });
  });
});

describe('a corrected report', () => {
  it('that says a figure no more lets the one before it stand again, by the event that said it', async () => {
    const first = (await criterion('whole-life-cost'))?.origin;
    await reports('2026-04-30', { wholeLifeCost: '95000000' });
    expect((await criterion('whole-life-cost'))?.origin).toMatchObject({ revision: 3 });
    await corrects('c', '2026-04-30', { budget: '10000000' });
    expect(await criterion('whole-life-cost')).toMatchObject({ value: '90000000', origin: first });
  });

  it('of a row of a list leaves missing what it leaves out, and says which reports do', async () => {
    await reports('2026-04-30', values);
    await corrects('c', '2019-07-01', { budget: '10000000', forecast: '10200000' });
    expect(await criterion('whole-life-cost')).toMatchObject({
      value: null,
      origin: null,
      figures: [],
      missing:
        'no whole-life cost was reported: neither the list of 2019-07-01 gives it nor any report since, up to the one for 2026-04-30; a later report with its whole-life cost would say it',
    });
  });
});
