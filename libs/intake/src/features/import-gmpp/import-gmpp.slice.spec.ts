import 'reflect-metadata';
import { AssessmentModule, assessmentProjections, ScoringModel } from '@docket/assessment';
import { decodeStored, StoreUnavailable, type Recorded, type StoredEvent } from '@docket/kernel';
import {
  OpenPortfolioCommand,
  Portfolio,
  portfolioIdOf,
  PortfolioModule,
  portfolioProjections,
} from '@docket/portfolio';
import { openSlice, requestOf, type Slice } from '@docket/portfolio/testing';
import {
  Project,
  ProjectModule,
  projectProjections,
  projectsOf,
  ProposeProjectCommand,
} from '@docket/project';
import type { CommandBus } from '@nestjs/cqrs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, listOf, type ListedProject } from '../../testing/lists';
import { importGmpp } from './import-gmpp';
import { knownFromLog } from './known-from-log';
import type { ListFile } from './parse-gmpp';

const GMPP = portfolioIdOf('GMPP');
const ACTOR = { actor: 'ada', authentication: 'test', correlationId: 'import-1' };
const LISTS: readonly ListedProject[] = [
  { year: 2014, name: 'Alpha' },
  { year: 2014, name: 'Beta' },
  { year: 2015, name: 'Beta', department: 'MOD' },
  { year: 2015, name: 'Beta' },
  { year: 2016, name: 'Alpha', number: 'DFT_1', comment: 'Back.' },
];

const decode = (stored: StoredEvent): Recorded => {
  const isOf = ({ category }: Readonly<{ category: string }>) =>
    stored.stream.startsWith(`docket-${category}-`);
  if (isOf(Portfolio)) return decodeStored(Portfolio.codec, stored);
  return isOf(Project) ? decodeStored(Project.codec, stored) : decodeStored(ScoringModel.codec, stored);
};

/** A bus that is cut off after so many commands. */
const cutOffAfter = (commands: number, bus: CommandBus): CommandBus => {
  let left = commands;
  return new Proxy(bus, {
    get: (target, name) =>
      name === 'execute'
        ? (command: Parameters<CommandBus['execute']>[0]) =>
            left-- > 0 ? target.execute(command) : Promise.reject(new StoreUnavailable('cut off'))
        : Reflect.get(target, name),
  });
};

describe('lists of major projects, imported through the bus', () => {
  let slice: Slice;
  beforeEach(async () => {
    slice = await openSlice({
      modules: [PortfolioModule, ProjectModule, AssessmentModule],
      decode,
      projections: [...portfolioProjections, ...projectProjections, ...assessmentProjections],
    });
  });
  afterEach(() => slice.close());

  const run = (files: readonly ListFile[], bus = slice.commands, portfolio?: string) =>
    importGmpp(
      { bus, clock: slice.clock, known: knownFromLog(slice) },
      files,
      portfolio ? { ...ACTOR, portfolio: { name: portfolio } } : ACTOR,
    );

  /** Names that stand in the portfolio at the end of that year. */
  const standing = async (year: number, portfolioId = GMPP): Promise<readonly string[]> => {
    const { readModel } = await slice.read();
    const number = await readModel.numberOnTimeline(portfolioId, `${year}-12-31T23:59:59.999Z`);
    const projects = await projectsOf(readModel, { number }, { portfolioId });
    return projects
      .filter(({ status }) => status === 'authorised')
      .map(({ name, department }) => `${name}, ${department}`)
      .sort();
  };

  const goLive = () => {
    const proposal = {
      portfolioId: GMPP,
      name: 'New',
      summary: '',
      sponsor: 's',
      manager: 'm',
      wholeLifeCost: '1',
      start: '2026-01-01',
      finish: '2027-01-01',
    };
    return slice.commands.execute(new ProposeProjectCommand(requestOf('live', proposal), proposal));
  };

  it('every row becomes dated events; the same lists again record nothing', async () => {
    expect(await run([listOf(LISTS)])).toEqual({ rows: 5, recorded: 5, unchanged: 0, doubtful: [] });
    const head = await slice.store.head();
    expect(await standing(2014)).toEqual(['Alpha, DFT', 'Beta, DFT']);
    expect(await standing(2015)).toEqual(['Beta, DFT', 'Beta, MOD']);
    expect(await standing(2016)).toEqual(['Alpha, DFT']);
    expect(await run([listOf(LISTS)])).toEqual({ rows: 5, recorded: 0, unchanged: 5, doubtful: [] });
    expect(await slice.store.head()).toBe(head);
  });

  it('each fact says when the organisation knew it, who recorded it, and from which line', async () => {
    await run([listOf(LISTS)]);
    const { readModel, cut } = await slice.read();
    const [alpha] = await projectsOf(readModel, cut, { portfolioId: GMPP });
    const events = await slice.events(`docket-project-${alpha?.id}`);
    expect(
      events.map(({ type, meta }) => [
        type,
        meta.knownAt,
        meta.recordedAt.slice(0, 4),
        meta.actor,
        meta.origin,
      ]),
    ).toEqual([
      ['AuthorisedProjectImported', '2014-07-01T09:00:00.000Z', '2026', 'ada', 'import'],
      ['StatusReported', '2014-07-01T09:00:00.000Z', '2026', 'ada', 'import'],
      ['DepartureNoted', '2015-07-01T09:00:00.000Z', '2026', 'ada', 'import'],
      ['ReturnNoted', '2016-07-01T09:00:00.000Z', '2026', 'ada', 'import'],
      ['ProjectRedescribed', '2016-07-01T09:00:00.000Z', '2026', 'ada', 'import'],
      ['StatusReported', '2016-07-01T09:00:00.000Z', '2026', 'ada', 'import'],
    ]);
    expect(events.at(-1)?.data).toEqual({
      projectId: alpha?.id,
      reportedFor: '2016-07-01',
      figures: {
        budget: '5000000',
        forecast: '4000000',
        wholeLifeCost: '10000000',
        start: '2014-01-01',
        finish: '2030-12-31',
      },
      confidence: { scale: 'ipa-5', rating: 'amber' },
      narrative: 'Back.',
      source: { file: 'list.csv', line: 6 },
    });
  });

  it('one file that cannot be read refuses them all, and stores nothing', async () => {
    expect(await run([listOf(LISTS), fileOf('year;project_name\n2019;A\n', 'broken.csv')])).toMatchObject({
      refusal: {
        code: 'column-missing',
        message: expect.stringContaining('broken.csv: These columns are missing: department'),
      },
    });
    expect(
      await run([
        listOf([
          { year: 2014, name: 'Alpha' },
          { year: 2027, name: 'Beta' },
        ]),
      ]),
    ).toMatchObject({
      refusal: { code: 'history-from-the-future' },
    });
    expect(await slice.store.head()).toBeUndefined();
  });

  it('an older list after a later one is refused, and stores nothing', async () => {
    await run([listOf(LISTS.slice(2))]);
    const head = await slice.store.head();
    expect(await run([listOf(LISTS)])).toMatchObject({ refusal: { code: 'history-out-of-order' } });
    expect(await slice.store.head()).toBe(head);
  });

  it('once somebody works in the portfolio, what is recorded is still recognised, and nothing new comes in', async () => {
    await run([listOf(LISTS)]);
    expect(await goLive()).toMatchObject({ outcome: 'accepted' });
    const head = await slice.store.head();
    expect(await run([listOf(LISTS)])).toEqual({ rows: 5, recorded: 0, unchanged: 5, doubtful: [] });
    expect(await run([listOf([...LISTS, { year: 2017, name: 'Alpha' }])])).toMatchObject({
      refusal: { code: 'history-settled' },
    });
    expect(await slice.store.head()).toBe(head);
  });

  it('an import during which the portfolio goes live stops, and says what is recorded', async () => {
    const bus = new Proxy(slice.commands, {
      get: (target, name) =>
        name === 'execute'
          ? async (command: Parameters<CommandBus['execute']>[0]) => {
              if (
                command.constructor.name === 'ReachHistoryCommand' &&
                JSON.stringify(command).includes('2016-')
              )
                await goLive();
              return target.execute(command);
            }
          : Reflect.get(target, name),
    });
    const stopped = await run([listOf(LISTS)], bus);
    expect(stopped).toMatchObject({ refusal: { code: 'import-stopped' } });
    expect(JSON.stringify(stopped)).toContain('stopped in the list of 2016');
    expect(JSON.stringify(stopped)).toContain('4 rows of this import are recorded');
  });

  it('an import cut off after any command goes on where it was, to the same end', async () => {
    const ends = [];
    for (let commands = 1; commands <= 20; commands++) {
      const name = `P${commands}`;
      const first = await run([listOf(LISTS)], cutOffAfter(commands, slice.commands), name).catch(
        (error: unknown) => error,
      );
      const second = await run([listOf(LISTS)], slice.commands, name);
      const portfolioId = portfolioIdOf(name);
      const years = [
        await standing(2014, portfolioId),
        await standing(2015, portfolioId),
        await standing(2016, portfolioId),
      ];
      const known = await knownFromLog(slice).read(portfolioId);
      ends.push({
        cut: first instanceof StoreUnavailable,
        rows: 'rows' in second && second.rows,
        years,
        model: known?.hasPublishedModel,
      });
    }
    const years = [['Alpha, DFT', 'Beta, DFT'], ['Beta, DFT', 'Beta, MOD'], ['Alpha, DFT']];
    expect(ends.map(({ cut }) => cut)).toContain(false);
    for (const end of ends) expect(end).toEqual({ cut: end.cut, rows: 5, years, model: true });
  });

  it('the same lists twice at once are recorded once', async () => {
    const results = await Promise.all([run([listOf(LISTS)]), run([listOf(LISTS)])]);
    expect(results).toEqual([
      { rows: 5, recorded: 5, unchanged: 0, doubtful: [] },
      { rows: 5, recorded: 0, unchanged: 5, doubtful: [] },
    ]);
  });

  it('a portfolio that somebody opened to work in takes no history', async () => {
    const portfolio = { name: 'GMPP', currency: 'GBP', timeZone: 'Europe/London' };
    await slice.commands.execute(new OpenPortfolioCommand(requestOf('open', portfolio), portfolio));
    const head = await slice.store.head();
    expect(await run([listOf(LISTS)])).toMatchObject({ refusal: { code: 'history-settled' } });
    expect(await slice.store.head()).toBe(head);
  });

  it('opens the portfolio once and publishes one model for it', async () => {
    await run([listOf(LISTS)], slice.commands, 'Sample');
    await run([listOf([...LISTS, { year: 2017, name: 'Alpha' }])], slice.commands, ' SAMPLE ');
    const { readModel, cut } = await slice.read();
    const types = (await readModel.numbers({ after: 0, upTo: cut.number, limit: 1_000 })).map(
      ({ type }) => type,
    );
    const count = (type: string) => types.filter((one) => one === `${type}.v1`).length;
    expect(
      ['PortfolioOpened', 'ScoringModelDrafted', 'ScoringModelPublished', 'HistoryReached'].map(count),
    ).toEqual([1, 1, 1, 4]);
  });

  it('the sample holds 1,727 project-years: 133 projects in 2019, 125 in 2020, 244 in 2023', async () => {
    const bytes = readFileSync(join(__dirname, '../../../../../sample/gmpp-sample.csv'));
    const progress: number[] = [];
    const file = { name: 'gmpp-sample.csv', bytes };
    const deps = { bus: slice.commands, clock: slice.clock, known: knownFromLog(slice) };
    const result = await importGmpp(deps, [file], ACTOR, ({ done, total }) => progress.push(done / total));
    expect(result).toEqual({ rows: 1_727, recorded: 1_727, unchanged: 0, doubtful: [] });
    expect([progress.length > 1_727, progress.at(-1)]).toEqual([true, 1]);
    const counts = [];
    for (const year of [2018, 2019, 2020, 2023]) counts.push((await standing(year)).length);
    expect(counts).toEqual([133, 133, 125, 244]);
    expect(await run([file])).toEqual({ rows: 1_727, recorded: 0, unchanged: 1_727, doubtful: [] });
  });
});
