import { SAMPLE_NAME } from '@docket/host';
import { portfolioIdOf } from '@docket/portfolio';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestDocket } from './docket.fixture';
import { loadInto, recorded } from './sample-boards.fixture';

const FOLDER = join(__dirname, '../../sample');
const LISTS = readFileSync(join(FOLDER, 'gmpp-sample.csv'), 'utf8');
const within = `/api/v1/portfolios/${portfolioIdOf(SAMPLE_NAME)}`;
const SECOND_MODEL = 'Illustrative: Value and readiness';

describe('the sample of a first start', () => {
  let docket: TestDocket;
  const asked = async (path: string) => (await docket.visitor.get(`${within}${path}`)).body;
  const ranked = async (query: string) => {
    const { model, rows } = await asked(`/ranking${query}`);
    return { model: model.name, rows: rows.length };
  };
  beforeAll(async () => {
    docket = await TestDocket.start();
    expect(await loadInto(docket)).toBeUndefined();
    await recorded(docket.running.system);
  }, 120_000);
  afterAll(() => docket.stopAndForget());

  it('shows four weighed objectives, with what their measures stood at', async () => {
    const { rows } = await asked('/objectives');
    expect(rows.map(({ weight }: { weight: string }) => weight).sort()).toEqual([
      '0.2',
      '0.25',
      '0.25',
      '0.3',
    ]);
    for (const { name, description, progress } of rows)
      expect([name, description, progress.value]).toEqual([
        expect.stringMatching(/^Illustrative: /),
        expect.stringMatching(/^Illustrative: /),
        expect.stringMatching(/^0\.\d+$/),
      ]);
  });

  it('shows what fourteen components are said to contribute, confirmed by others than who claims it', async () => {
    const { rows } = await asked('/contributions');
    expect(new Set(rows.map(({ projectId }: { projectId: string }) => projectId)).size).toBe(14);
    const confirmed = rows.filter(({ status }: { status: string }) => status === 'confirmed');
    expect([rows.length, confirmed.length]).toEqual([15, 10]);
    for (const { claim, confirmation } of confirmed) expect(confirmation.by).not.toBe(claim.by);
    for (const { claim } of rows) expect(claim.reason).toMatch(/^Illustrative: /);
  });

  it('has three proposals waiting, named as illustrative, with whole business cases', async () => {
    const { rows } = await asked('/projects?status=proposed');
    for (const { id } of rows) {
      const { name, businessCase } = (await docket.visitor.get(`/api/v1/projects/${id}`)).body;
      expect([name, businessCase.tags]).toEqual([
        expect.stringMatching(/^Illustrative: /),
        expect.arrayContaining(['illustrative']),
      ]);
      for (const part of ['budgetByYear', 'demand', 'benefits', 'risks'])
        expect(businessCase[part]).not.toHaveLength(0);
    }
    expect(rows).toHaveLength(3);
  });

  it('ranks seven of the eight components that three assessors rate by a second model, not of one mind', async () => {
    const { model, rows } = await asked(`/ranking?model=${encodeURIComponent(SECOND_MODEL)}`);
    const places = rows.filter(({ rank }: { rank: number | null }) => rank !== null);
    expect([model.name, places.length]).toEqual([SECOND_MODEL, 7]);
    const { assessments, agreement } = await asked(`/assessments?model=${encodeURIComponent(SECOND_MODEL)}`);
    expect(assessments).toHaveLength(3 * 8);
    expect(agreement.map(({ criterion, value }: Record<string, string>) => [criterion, value])).toEqual([
      ['strategic-fit', '0.779411764706'],
      ['feasibility', '0.463768115942'],
      ['urgency', '0.852873563218'],
    ]);
  });

  it('leaves nobody ranked who left out a criterion: a proposal whose contributions nobody confirmed waits for that', async () => {
    const { rows: models } = await asked('/scoring-models');
    const second = models.find(({ name }: { name: string }) => name === SECOND_MODEL);
    expect([second.canBeMissing, second.remarks]).toEqual([
      [],
      [expect.objectContaining({ code: 'every-criterion-needed' })],
    ]);
    const { rows } = await asked(`/ranking?model=${encodeURIComponent(SECOND_MODEL)}`);
    const waiting = (await asked('/projects?status=proposed')).rows.map(({ id }: { id: string }) => id);
    const proposals = rows.filter(({ id }: { id: string }) => waiting.includes(id));
    expect(proposals.map(({ rank, coverage }: Record<string, unknown>) => [rank, coverage])).toEqual([
      [3, '1'],
      [4, '1'],
      [null, '0.75'],
    ]);
    expect(proposals.at(-1).reason).toContain('no confirmed contribution');
  });

  it('ranks by delivery health where no model is named, without what has ended, and leaves the days of the lists as they were', async () => {
    expect([await ranked(''), await ranked('?asOf=2023-12-31'), await ranked('?asOf=2019-12-31')]).toEqual([
      { model: 'Delivery health 1', rows: 244 + 3 + 3 - 4 },
      { model: 'Delivery health 1', rows: 244 },
      { model: 'Delivery health 1', rows: 133 },
    ]);
  });

  it('answers the same from a read model built anew', async () => {
    const { asOf } = await asked('/ranking');
    const paths = [
      `/ranking?asOf=${asOf.token}`,
      `/ranking?model=${encodeURIComponent(SECOND_MODEL)}&asOf=${asOf.token}`,
      `/objectives?asOf=${asOf.token}`,
      `/contributions?asOf=${asOf.token}`,
      `/projects?status=proposed&asOf=${asOf.token}`,
    ];
    const live = await Promise.all(paths.map(asked));
    await docket.work('rebuild');
    expect(await Promise.all(paths.map(asked))).toEqual(live);
  }, 60_000);

  it('loads once', async () => {
    const before = await recorded(docket.running.system);
    expect(await loadInto(docket)).toBeUndefined();
    expect(await recorded(docket.running.system)).toEqual(before);
  });

  it('takes its own lists as known, and the next one as history, which no illustration leaves by', async () => {
    expect((await docket.importList('gmpp-sample.csv', LISTS, SAMPLE_NAME)).result).toEqual({
      rows: 1_727,
      recorded: 0,
      unchanged: 1_727,
      doubtful: [],
    });
    const [header] = LISTS.split('\n');
    const next = `${header}\n2024,,HS2 Phase 1,DFT,,Red,2009-01-14,,0,0,\n2024,,HS2 Phase 2a,DFT,,Red,2014-03-17,,0,0,\n2024,,Housing Infrastructure Fund,DLUHC,,Red,2016-12-30,,0,0,\n`;
    expect((await docket.importList('list-2024.csv', next, SAMPLE_NAME)).result).toMatchObject({
      recorded: 3,
    });
    await recorded(docket.running.system);
    expect(await ranked('')).toEqual({ model: 'Delivery health 1', rows: 2 + 3 + 3 });
  }, 60_000);
});
