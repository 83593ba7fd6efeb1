import {
  LiftMustHaveCommand,
  MarkMustHaveCommand,
  ReportStatusCommand,
  ReviseBusinessCaseCommand,
} from '@docket/project';
import { hasModel, idOf, importsHistory, proposesTunnel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import type { LineParams } from './funding-line';
import { FundingLineQuery } from './funding-line.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const line = async (asked: LineParams = {}, at?: string) =>
  office.queries.execute(new FundingLineQuery(await office.reading(at), { portfolioId, ...asked }));
const stands = (answer: Awaited<ReturnType<typeof line>>) =>
  'rows' in answer
    ? answer.rows.map(({ name, funded, cost }) => `${name} ${funded} ${cost?.amount ?? '?'}`)
    : answer.refusal.code;

describe('the funding line of an imported portfolio', () => {
  beforeEach(() => importsHistory(office));

  it('spends the costs last reported, in the currency of the portfolio', async () => {
    const answer = await line({ budget: '100000000' });
    expect(answer).toMatchObject({ currency: 'GBP', rule: 'stop', sum: '90000000', lineRank: 2 });
    expect(stands(answer)).toEqual(['Bridge above 90000000', 'Airport below 6000000000']);
  });

  it('stood otherwise on an earlier day, and lists apart what had no cost', async () =>
    expect(stands(await line({ budget: '6000000000' }, '2018-12-31T23:59:59.999Z'))).toEqual([
      'Airport above 6000000000',
      'Bridge below 90000000',
      'Canal cost-unknown ?',
    ]));

  it('says by which model, and what to know beside', async () => {
    const answer = await line({}, '2018-12-31T23:59:59.999Z');
    expect('notices' in answer && [answer.model.name, answer.notices[0]?.code]).toEqual([
      'Delivery health 1',
      'model-in-retrospect',
    ]);
  });

  it('has must-haves above it from the day they were marked, until they are lifted', async () => {
    const data = { projectId: idOf('Airport'), reason: 'The treaty.' };
    await office.does(new MarkMustHaveCommand(office.request('mark-must-have', 'm'), data));
    const marked = await office.reading();
    expect(stands(await line({ budget: '6050000000' }))).toEqual([
      'Airport must-have 6000000000',
      'Bridge below 90000000',
    ]);
    const answer = await line({ budget: '6050000000' });
    expect('rows' in answer && answer.rows.map(({ mustHave }) => mustHave)).toEqual([
      { reason: 'The treaty.', by: expect.any(String), since: expect.any(String) },
      null,
    ]);
    await office.does(new LiftMustHaveCommand(office.request('lift-must-have', 'l'), data));
    expect(stands(await line({ budget: '6050000000' }))[0]).toBe('Bridge above 90000000');
    const then = new FundingLineQuery(marked, { portfolioId, budget: '6050000000' });
    expect(stands(await office.queries.execute(then))[0]).toBe('Airport must-have 6000000000');
  });

  it('is drawn by no budget below nothing', async () =>
    expect(stands(await line({ budget: '-0.01' }))).toBe('amount-negative'));
});

it('spends of a proposal the cost of its business case, whatever is reported', async () => {
  await office.opens();
  const projectId = await proposesTunnel(office, '3');
  expect(stands(await line())).toBe('no-published-model');
  await hasModel(office, 'One');
  expect(stands(await line({ budget: '3' }))).toEqual(['Tunnel above 3']);
  const report = { projectId, reportedFor: '2026-03-02', figures: { wholeLifeCost: '9' } };
  await office.does(new ReportStatusCommand(office.request('report', 'r'), report));
  const answer = await line({ budget: '3' });
  expect('rows' in answer && answer.rows[0]).toMatchObject({
    ...{ funded: 'above', cost: { amount: '3', basis: 'business-case' }, differsFromBaseline: null },
  });
});

it('spends of authorised work what a decision committed, and says what its case and its report give now', async () => {
  await office.opens();
  const projectId = await proposesTunnel(office, '3');
  await hasModel(office, 'One');
  await office.authorises(projectId);
  const first = await line({ budget: '3' });
  expect('rows' in first && first.rows[0]).toMatchObject({
    ...{ funded: 'above', cost: { amount: '3', basis: 'baseline' }, differsFromBaseline: null },
  });
  const revised = {
    ...{ projectId, name: 'Tunnel', summary: 'Wider.', sponsor: 'grace', manager: 'linus' },
    ...{ wholeLifeCost: '5', start: '2026-04-01', finish: '2028-04-01' },
  };
  await office.does(new ReviseBusinessCaseCommand(office.request('revise', 'v'), revised));
  const report = { projectId, reportedFor: '2026-03-02', figures: { wholeLifeCost: '4' } };
  await office.does(new ReportStatusCommand(office.request('report', 'r'), report));
  const answer = await line({ budget: '3' });
  expect('rows' in answer && [answer.sum, answer.rows[0]]).toMatchObject([
    '3',
    {
      ...{ funded: 'above', cost: { amount: '3', basis: 'baseline' } },
      differsFromBaseline: { baseline: '3', businessCase: '5', reported: '4' },
    },
  ]);
  const request = office.requestOf('otto', 'mark-must-have', 'm');
  await office.does(new MarkMustHaveCommand(request, { projectId, reason: 'The law.' }));
  const marked = await line({ budget: '3' });
  expect('rows' in marked && marked.rows[0]).toMatchObject({ funded: 'must-have', cost: { amount: '3' } });
});
