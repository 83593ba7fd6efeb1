import 'reflect-metadata';
import { derivedUuid, streamName } from '@docket/kernel';
import { portfolioById } from '@docket/portfolio';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  ImportAuthorisedProjectCommand,
  NoteDepartureCommand,
  NoteReturnCommand,
  projectsOf,
  RedescribeProjectCommand,
  ReportStatusCommand,
} from '.';
import { knownIn, row } from './testing/project.scenes';
import { openPortfolio, openProjectSlice, reach } from './testing/project-slice';

type Row = Readonly<{ name: string; rating?: string; budget?: string; finish?: string }>;
const lists: readonly Readonly<{ year: number; rows: readonly Row[] }>[] = [
  { year: 2014, rows: [{ name: 'Crossrail', rating: 'amber', finish: '2019-12-31' }, { name: 'Aircraft' }] },
  { year: 2015, rows: [{ name: 'Aircraft', budget: '-7.9' }] },
  { year: 2016, rows: [{ name: 'Crossrail', rating: 'red', finish: '2021-03-31' }, { name: 'Aircraft' }] },
];
const idFor = (name: string) => derivedUuid('specs', name);

describe('lists of authorised work, imported year by year', () => {
  let slice: Slice;
  let portfolioId: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice, knownIn(2014));
  });
  afterEach(() => slice.close());

  const importRow = async (year: number, { name, rating, budget, finish }: Row, run: string) => {
    const at = knownIn(year);
    const asked = (what: string) => requestOf(`${run}/${year}/${name}/${what}`, what, at);
    const projectId = idFor(name);
    const source = { ...row(year), file: `${year}-${name}` };
    const described = { projectId, name, source };
    const report = {
      projectId,
      source,
      reportedFor: `${year}-07-01`,
      figures: { budget, finish },
      ...(rating ? { confidence: { scale: 'ipa-5', rating } } : {}),
    };
    return [
      await slice.commands.execute(
        new ImportAuthorisedProjectCommand(asked('import'), { portfolioId, ...described }),
      ),
      await slice.commands.execute(
        new NoteReturnCommand(asked('return'), { ...described, presentFrom: `${year}-07-01` }),
      ),
      await slice.commands.execute(new RedescribeProjectCommand(asked('describe'), described)),
      await slice.commands.execute(new ReportStatusCommand(asked('report'), report)),
    ];
  };

  const importAll = async (run: string) => {
    const answers = [];
    for (const { year, rows } of lists) {
      answers.push(await reach(slice, portfolioId, knownIn(year)));
      for (const one of rows) answers.push(...(await importRow(year, one, run)));
      const absent = ['Crossrail', 'Aircraft'].filter((name) => !rows.some((one) => one.name === name));
      for (const name of absent) {
        const data = { projectId: idFor(name), absentFrom: `${year}-07-01`, source: `${year}.csv` };
        const asked = requestOf(`${run}/${year}/${name}/departure`, data, knownIn(year));
        answers.push(await slice.commands.execute(new NoteDepartureCommand(asked, data)));
      }
    }
    return answers.filter(({ outcome }) => outcome === 'refused');
  };

  const listed = async (year: number) => {
    const { readModel, cut } = await slice.read();
    const number = await readModel.numberOnTimeline(portfolioId, `${year}-12-31T23:59:59.999Z`);
    const projects = await projectsOf(readModel, { ...cut, number }, { portfolioId });
    return projects.map(({ name, lastReport }) => [
      name,
      lastReport?.reportedFor,
      lastReport?.confidence?.rating,
    ]);
  };

  it('answer for each year what was known then', async () => {
    expect(await importAll('first')).toEqual([]);
    expect(await listed(2013)).toEqual([]);
    expect(await listed(2014)).toEqual([
      ['Aircraft', '2014-07-01', undefined],
      ['Crossrail', '2014-07-01', 'amber'],
    ]);
    expect(await listed(2015)).toEqual([['Aircraft', '2015-07-01', undefined]]);
    expect(await listed(2016)).toEqual([
      ['Aircraft', '2016-07-01', undefined],
      ['Crossrail', '2016-07-01', 'red'],
    ]);
  });

  it('keep the first finish that was reported beside the latest, and tell what happened when', async () => {
    await importAll('first');
    const { readModel, cut } = await slice.read();
    const [, crossrail] = await projectsOf(readModel, cut, { portfolioId });
    expect(crossrail).toMatchObject({
      status: 'authorised',
      reports: 2,
      firstReportedFinish: '2019-12-31',
      lastReport: { figures: { finish: '2021-03-31' }, revision: 4 },
      previousReport: { reportedFor: '2014-07-01', figures: { finish: '2019-12-31' }, revision: 1 },
    });
    const events = await slice.events(streamName('docket', 'project', idFor('Crossrail')));
    expect(events.map(({ type, meta }) => [type, meta.knownAt])).toEqual([
      ['AuthorisedProjectImported', knownIn(2014)],
      ['StatusReported', knownIn(2014)],
      ['DepartureNoted', knownIn(2015)],
      ['ReturnNoted', knownIn(2016)],
      ['StatusReported', knownIn(2016)],
    ]);
  });

  it('change nothing when they are imported again under other keys, even after the dates are settled', async () => {
    await importAll('first');
    const before = (await slice.read()).cut.number;
    expect(await importAll('second')).toEqual([]);
    expect((await slice.read()).cut.number).toBe(before);

    const report = { projectId: idFor('Crossrail'), reportedFor: '2026-03-01', figures: {} };
    await slice.commands.execute(new ReportStatusCommand(requestOf('live'), report));
    expect(await importAll('third')).toEqual([]);
    expect((await slice.read()).cut.number).toBe(before + 2);
  });

  it('are settled by the first live event, which is recorded before it', async () => {
    await importAll('first');
    const report = { projectId: idFor('Crossrail'), reportedFor: '2026-03-01', figures: {} };
    await slice.commands.execute(new ReportStatusCommand(requestOf('live'), report));
    const { readModel, cut } = await slice.read();
    const settling = await readModel.numbered(cut.number - 1);
    expect(settling).toMatchObject({ type: 'HistorySettled.v1', stream: `docket-portfolio-${portfolioId}` });
    expect(await portfolioById(readModel, cut.number, portfolioId)).toMatchObject({ settled: true });
    const [late] = await importRow(2017, { name: 'Latecomer' }, 'late');
    expect(late).toMatchObject({ refusal: { code: 'history-settled' } });
    expect(await slice.events(streamName('docket', 'project', idFor('Latecomer')))).toEqual([]);
  });
});
