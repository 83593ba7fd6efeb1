import { SMALL_LIST } from './cli.fixture';
import type { Answer, Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge, today } from './samples.fixture';

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** A fence of four sides, 1,000 each, one a day; whoever builds it knows why. */
const fence = {
  ...bridge,
  name: 'Fence',
  summary: 'Four sides around the yard.',
  scope: 'Four sides and no gate.',
  wholeLifeCost: '4000',
  expectedBenefits: '6000',
  start: '2027-03-01',
  finish: '2027-03-04',
  tags: ['yard'],
  vendor: 'Posts & Sons',
  budgetByYear: [{ year: 2027, amount: '4000' }],
  demand: [{ skill: 'carpenter', month: '2027-03', hours: '32' }],
  benefits: [
    {
      id: 'sheep',
      name: 'Sheep stay in',
      metric: 'sheep lost, fewer',
      unit: 'money',
      owner: 'p-maya',
      planned: [
        { day: '2027-12-31', amount: '2000' },
        { day: '2028-12-31', amount: '4000' },
      ],
    },
  ],
  risks: [{ id: 'rain', description: 'It rains.', probability: 4, impact: 2, response: 'Wait.' }],
};

describe('a business case that is held to', () => {
  let office: Office;
  let portfolio: string;
  let project: string;
  beforeAll(async () => {
    office = await Office.open();
    portfolio = `/api/v1/portfolios/${office.ids.portfolioId}`;
  });
  afterAll(() => office.close());

  const put = async (person: string, path: string, body: object): Promise<Answer> =>
    (await office.as(person)).write('PUT', path, body);
  /** Read with everything in it that is recorded by now. */
  const read = async (path: string, asOf?: string): Promise<Loose> => {
    const query = asOf === undefined ? `after=${await office.head()}` : `asOf=${asOf}`;
    const answer = await office.docket.visitor.get(`${path}?${query}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };
  const at = (part = '') => `/api/v1/projects/${project}${part}`;

  it('is proposed in full, and read as it was written', async () => {
    project = await office.create('p-priya', `${portfolio}/projects`, fence);
    const { businessCase, baseline, description } = await read(at());
    const { scope, vendor, tags, budgetByYear, demand, benefits } = fence;
    expect([description, baseline]).toEqual([fence.summary, null]);
    expect(businessCase).toEqual({
      ...{ wholeLifeCost: '4000', expectedBenefits: '6000', start: fence.start, finish: fence.finish },
      ...{ scope, options: null, vendor, tags, budgetByYear, demand, benefits, risks: fence.risks },
    });
  });

  it('is revised with a difference everybody sees, as of any moment', async () => {
    const before = (await read(at('/revisions'))).asOf.token;
    const dearer = { ...fence, risks: [{ ...fence.risks[0], impact: 3 }], tags: ['yard', 'sheep'] };
    expect((await put('p-priya', at('/business-case'), dearer)).status).toBe(200);
    const { rows } = await read(at('/revisions'));
    expect(rows.map(({ number, actor }: Loose) => [number, actor])).toEqual([
      [1, 'p-priya'],
      [2, 'p-priya'],
    ]);
    expect(rows[1].differences).toEqual([
      { path: 'risks/rain/impact', before: 2, after: 3 },
      { path: 'tags', before: ['yard'], after: ['sheep', 'yard'] },
    ]);
    expect((await read(at('/revisions'), before)).rows).toHaveLength(1);
  });

  it('becomes the baseline when a body says go; the case goes on, the baseline stays', async () => {
    await office.authorises(project);
    const authorised = {
      ...{ wholeLifeCost: '4000', expectedBenefits: '6000', start: fence.start, finish: fence.finish },
      ...{ budgetByYear: fence.budgetByYear, benefits: fence.benefits },
    };
    const now = { ...fence, wholeLifeCost: '4300', budgetByYear: [{ year: 2027, amount: '4300' }] };
    expect((await put('p-priya', at('/business-case'), now)).status).toBe(200);
    const shown = await read(at());
    expect(shown.businessCase.wholeLifeCost).toBe('4300');
    expect(shown.baseline).toEqual({ original: authorised, current: authorised });
    expect(shown.baselineScope).toEqual({ original: fence.scope, current: fence.scope });
    const ids = `portfolio=${office.ids.portfolioId}&project=${project}`;
    const page = await office.docket.visitor.get(`/project?${ids}`);
    for (const line of ['BusinessCaseRevised', 'budget 2027: GBP 4,000 → GBP 4,300'])
      expect(page.text).toContain(line);
  });

  it('has its budget at completion before anything is reported, and says of the rest that nothing was', async () => {
    const { reportedFor, against, performance } = await read(at('/earned-value'));
    expect([reportedFor, against.current.budgetAtCompletion]).toEqual([null, { value: '4000', unit: 'GBP' }]);
    expect(performance.costVariance.unavailable).toBe('no-report');
  });

  it('gives the worked figures of a fence after three days, exactly', async () => {
    await office.done('p-priya', at('/reports'), {
      reportedFor: today(),
      figures: { plannedValue: '3000', earnedValue: '2500', actualCost: '2800' },
      ownStatus: 'amber',
      narrative: 'Two sides and a half.',
    });
    const { performance, against, definition, currency, reportedFor } = await read(at('/earned-value'));
    expect([definition, currency, reportedFor]).toEqual(['earned-value-1', 'GBP', today()]);
    const value = (figure: Loose) => figure.value;
    const { typical, atypical, budgetAtCompletion, toCompletePerformanceIndex } = against.original;
    expect({
      SV: value(performance.scheduleVariance),
      CV: value(performance.costVariance),
      SPI: value(performance.schedulePerformanceIndex),
      CPI: value(performance.costPerformanceIndex),
      BAC: value(budgetAtCompletion),
      EAC: value(typical.estimateAtCompletion),
      atypical: value(atypical.estimateAtCompletion),
      ETC: value(typical.estimateToComplete),
      VAC: value(typical.varianceAtCompletion),
      TCPI: value(toCompletePerformanceIndex),
    }).toEqual({
      SV: '-500',
      CV: '-300',
      SPI: '0.833333333333',
      CPI: '0.892857142857',
      BAC: '4000',
      EAC: '4480',
      atypical: '4300',
      ETC: '1680',
      VAC: '-480',
      TCPI: '1.25',
    });
    expect(against.current.onTime).toMatchObject({ value: null, unavailable: 'not-finished' });
  });

  it('corrects a report and keeps what it said, for whoever asks as of before', async () => {
    const before = (await read(at('/earned-value'))).asOf.token;
    const corrected = await put('p-priya', at(`/reports/${today()}`), {
      figures: { plannedValue: '3000', earnedValue: '2000', actualCost: '2800' },
      reason: 'Half a side is not half done.',
    });
    expect(corrected.status).toBe(200);
    const report = await read(at(`/reports/${today()}`));
    expect(report).toMatchObject({
      figures: { earnedValue: '2000' },
      ownStatus: null,
      corrections: [
        {
          former: {
            figures: { earnedValue: '2500' },
            ownStatus: 'amber',
            narrative: 'Two sides and a half.',
          },
          correctedBy: 'p-priya',
          reason: 'Half a side is not half done.',
          differences: [
            { path: 'figures/earnedValue', before: '2500', after: '2000' },
            { path: 'narrative', before: 'Two sides and a half.', after: null },
            { path: 'ownStatus', before: 'amber', after: null },
          ],
        },
      ],
    });
    const ids = `portfolio=${office.ids.portfolioId}&project=${project}`;
    const page = (await office.docket.visitor.get(`/project?${ids}`)).text;
    expect(page).toContain(
      'earned value: GBP 2,500 → GBP 2,000; narrative: Two sides and a half. → not said; own status: amber → not said',
    );
    const index = async (asOf?: string) =>
      (await read(at('/earned-value'), asOf)).performance.costPerformanceIndex.value;
    expect([await index(before), await index()]).toEqual(['0.892857142857', '0.714285714286']);
    expect((await read(at(), before)).lastReport.figures.earnedValue).toBe('2500');
    const { rows } = await read(at('/reports'));
    expect(rows).toEqual([expect.objectContaining({ reportedFor: today(), figures: report.figures })]);
  });

  it('refuses a report twice, and one before its project', async () => {
    const priya = await office.as('p-priya');
    const again = { reportedFor: today(), figures: { actualCost: '1' } };
    const head = await office.head();
    expect(inShort(await priya.post(at('/reports'), again))).toBe('409 report-already-given');
    expect(inShort(await priya.post(at('/reports'), { ...again, reportedFor: '2020-01-01' }))).toBe(
      '422 report-before-project',
    );
    expect(await office.head()).toBe(head);
  });

  it('refuses a report out of order', async () => {
    await office.docket.importList('list.csv', SMALL_LIST, 'Listed');
    const { rows } = await read('/api/v1/portfolios');
    const { id } = rows.find(({ name }: Loose) => name === 'Listed');
    const projects = (await read(`/api/v1/portfolios/${id}/projects`)).rows;
    const listed = projects.find(({ reports }: Loose) => reports > 1);
    const head = await office.head();
    const late = { reportedFor: dayBefore(listed.lastReport.reportedFor), figures: {} };
    const otto = await office.as('p-otto');
    expect(listed.since < late.reportedFor).toBe(true);
    expect(inShort(await otto.post(`/api/v1/projects/${listed.id}/reports`, late))).toBe(
      '409 report-out-of-order',
    );
    expect(await office.head()).toBe(head);
  });

  it('is the same answered from the log alone', async () => {
    for (const path of [at(), at('/revisions'), at('/earned-value'), at('/reports')]) {
      const now = await office.docket.visitor.get(`${path}?after=${await office.head()}`);
      const again = `${path}?asOf=${now.body.asOf.token}`;
      expect((await office.docket.work('replay', { path: again })).result).toMatchObject({
        same: true,
        body: now.text,
      });
    }
  });

  it('is the same also where no moment is asked for: that of the answer as it is now is held', async () => {
    await office.docket.visitor.get(`${at()}?after=${await office.head()}`);
    for (const path of [at(), at('/reports?limit=1'), '/api/v1/portfolios']) {
      const { result } = await office.docket.work('replay', { path });
      expect([path, result.same]).toEqual([path, true]);
    }
    const { result } = await office.docket.work('replay', { path: at() });
    expect(JSON.parse(result.body)).toMatchObject({
      id: at().split('/').at(-1),
      asOf: { token: expect.any(String) },
    });
  });
});
