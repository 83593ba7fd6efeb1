import { OpenPortfolioCommand } from '@docket/portfolio';
import { requestOf } from '@docket/portfolio/testing';
import { projectsOf } from '@docket/project';
import { GMPP, LISTS, openImportSlice, type ImportSlice } from '../../testing/import-slice';
import { fileOf, listOf } from '../../testing/lists';

describe('lists of major projects, imported through the bus', () => {
  let opened: ImportSlice;
  beforeEach(async () => {
    opened = await openImportSlice();
  });
  afterEach(() => opened.slice.close());

  it('every row becomes dated events; the same lists again record nothing', async () => {
    expect(await opened.run([listOf(LISTS)])).toEqual({ rows: 5, recorded: 5, unchanged: 0, doubtful: [] });
    const head = await opened.slice.store.head();
    expect(await opened.standing(2014)).toEqual(['Alpha, DFT', 'Beta, DFT']);
    expect(await opened.standing(2015)).toEqual(['Beta, DFT', 'Beta, MOD']);
    expect(await opened.standing(2016)).toEqual(['Alpha, DFT']);
    expect(await opened.run([listOf(LISTS)])).toEqual({ rows: 5, recorded: 0, unchanged: 5, doubtful: [] });
    expect(await opened.slice.store.head()).toBe(head);
  });

  it('each fact says when the organisation knew it, who recorded it, and from which line', async () => {
    await opened.run([listOf(LISTS)]);
    const { readModel, cut } = await opened.slice.read();
    const [alpha] = await projectsOf(readModel, cut, { portfolioId: GMPP });
    const events = await opened.slice.events(`docket-project-${alpha?.id}`);
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
    expect(
      await opened.run([listOf(LISTS), fileOf('year;project_name\n2019;A\n', 'broken.csv')]),
    ).toMatchObject({
      refusal: {
        code: 'column-missing',
        message: expect.stringContaining('broken.csv: These columns are missing: department'),
      },
    });
    expect(
      await opened.run([
        listOf([
          { year: 2014, name: 'Alpha' },
          { year: 2027, name: 'Beta' },
        ]),
      ]),
    ).toMatchObject({
      refusal: { code: 'history-from-the-future' },
    });
    expect(await opened.slice.store.head()).toBeUndefined();
  });

  it('an older list after a later one is refused, and stores nothing', async () => {
    await opened.run([listOf(LISTS.slice(2))]);
    const head = await opened.slice.store.head();
    expect(await opened.run([listOf(LISTS)])).toMatchObject({ refusal: { code: 'history-out-of-order' } });
    expect(await opened.slice.store.head()).toBe(head);
  });

  it('once somebody works in the portfolio, what is recorded is still recognised, and nothing new comes in', async () => {
    await opened.run([listOf(LISTS)]);
    expect(await opened.goLive()).toMatchObject({ outcome: 'accepted' });
    const head = await opened.slice.store.head();
    expect(await opened.run([listOf(LISTS)])).toEqual({ rows: 5, recorded: 0, unchanged: 5, doubtful: [] });
    expect(await opened.run([listOf([...LISTS, { year: 2017, name: 'Alpha' }])])).toMatchObject({
      refusal: { code: 'history-settled' },
    });
    expect(await opened.slice.store.head()).toBe(head);
  });

  it('a portfolio that somebody opened to work in takes no history', async () => {
    const portfolio = { name: 'GMPP', currency: 'GBP', timeZone: 'Europe/London' };
    await opened.slice.commands.execute(new OpenPortfolioCommand(requestOf('open', portfolio), portfolio));
    const head = await opened.slice.store.head();
    expect(await opened.run([listOf(LISTS)])).toMatchObject({ refusal: { code: 'history-settled' } });
    expect(await opened.slice.store.head()).toBe(head);
  });

  it('opens the portfolio once and publishes one model for it', async () => {
    await opened.run([listOf(LISTS)], opened.slice.commands, 'Sample');
    await opened.run([listOf([...LISTS, { year: 2017, name: 'Alpha' }])], opened.slice.commands, ' SAMPLE ');
    const { readModel, cut } = await opened.slice.read();
    const types = (await readModel.numbers({ after: 0, upTo: cut.number, limit: 1_000 })).map(
      ({ type }) => type,
    );
    const count = (type: string) => types.filter((one) => one.startsWith(`${type}.v`)).length;
    expect(
      ['PortfolioOpened', 'ScoringModelDrafted', 'ScoringModelPublished', 'HistoryReached'].map(count),
    ).toEqual([1, 1, 1, 4]);
  });
});
