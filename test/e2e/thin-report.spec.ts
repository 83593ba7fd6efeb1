import { loadSample, SAMPLE_NAME } from '@docket/host';
import { portfolioIdOf } from '@docket/portfolio';
import { CommandBus } from '@nestjs/cqrs';
import { join } from 'node:path';
import { TestDocket, type Loose } from './docket.fixture';
import { today } from './samples.fixture';

const within = `/api/v1/portfolios/${portfolioIdOf(SAMPLE_NAME)}`;

describe('a report on listed work that says little', () => {
  let docket: TestDocket;
  let crossing: string;
  let listedOn: string;
  const read = async (path: string): Promise<Loose> => {
    const head = await docket.running.system.adapters.store.head();
    const answer = await docket.visitor.get(`${path}${path.includes('?') ? '&' : '?'}after=${head}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };
  const placed = async () => {
    const { row, criteria } = await read(`${within}/ranking/${crossing}`);
    const cost = criteria.find(({ measure }: Loose) => measure === 'whole-life-cost');
    return { row, criteria, cost };
  };
  const funded = async () => {
    const { rows } = await read(`${within}/funding-line?budget=100000000000`);
    return rows.find(({ id }: Loose) => id === crossing);
  };

  beforeAll(async () => {
    docket = await TestDocket.start();
    const { app, system } = docket.running;
    await loadSample(system, app.get(CommandBus), () => undefined, join(__dirname, '../../sample'));
    const { rows } = await read(`${within}/projects?limit=1000`);
    const found = rows.find(({ name }: Loose) => name === 'Lower Thames Crossing');
    crossing = found.id;
    listedOn = found.lastReport.reportedFor;
  }, 120_000);
  afterAll(() => docket.stopAndForget());

  it('leaves it its rank, its coverage and its cost: what it does not say stands as the list said it', async () => {
    const [before, line] = [await placed(), await funded()];
    const figures = { plannedValue: '100', earnedValue: '90', actualCost: '110' };
    const otto = await docket.as('p-otto');
    const report = await otto.post(`/api/v1/projects/${crossing}/reports`, { reportedFor: today(), figures });
    expect(report.status).toBe(200);
    const after = await placed();
    expect(after.row).toEqual(before.row);
    expect(after.cost).toEqual({
      ...before.cost,
      figures: [{ ...before.cost.figures[0], leftOutBy: today() }],
    });
    expect(await funded()).toEqual(line);
    const project = await read(`/api/v1/projects/${crossing}`);
    expect(project.lastReport.figures).toEqual(figures);
    expect([project.reported.wholeLifeCost.reportedFor, project.reported.earnedValue.reportedFor]).toEqual([
      listedOn,
      today(),
    ]);
  });

  it('says so on the page and in the letter', async () => {
    const { number } = (await placed()).cost.origin;
    const left = `whole-life cost reported for ${listedOn}, event ${number}; the report for ${today()} leaves it out`;
    const asked = `portfolio=${portfolioIdOf(SAMPLE_NAME)}&project=${crossing}`;
    const page = (await docket.visitor.get(`/project?${asked}`)).text;
    for (const said of [left, `(last said for ${listedOn})`]) expect(page).toContain(said);
    const { text } = await read(`${within}/ranking/${crossing}/letter`);
    expect(text).toContain(`(whole-life cost last reported for ${listedOn})`);
  });

  it('is the same answered from the log alone, and as of any day before', async () => {
    for (const path of [`${within}/ranking/${crossing}`, `/api/v1/projects/${crossing}`]) {
      const { asOf } = await read(path);
      const again = `${path}?asOf=${asOf.token}`;
      expect((await docket.work('replay', { path: again })).result).toMatchObject({ same: true });
    }
    const then = await read(`/api/v1/projects/${crossing}?asOf=${listedOn}`);
    expect(then.reported.earnedValue).toBeUndefined();
  }, 60_000);

  it('earns nothing of a proposal, which has no baseline yet', async () => {
    const { rows } = await read(`${within}/projects?status=proposed`);
    const [{ id }] = rows;
    const head = await docket.running.system.adapters.store.head();
    const otto = await docket.as('p-otto');
    const body = { reportedFor: today(), figures: { earnedValue: '1' } };
    const refused = await otto.post(`/api/v1/projects/${id}/reports`, body);
    expect([refused.status, refused.body.code]).toEqual([422, 'value-before-baseline']);
    expect(await docket.running.system.adapters.store.head()).toBe(head);
  });
});
