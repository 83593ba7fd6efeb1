import type { Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge, fewerLimits } from './samples.fixture';

const P = '/api/v1/portfolios/{portfolioId}';

describe('what projects contribute, in lists', () => {
  let office: Office;
  let objective: string;
  let tram: string;
  beforeAll(async () => {
    office = await Office.open();
    objective = await office.create('p-otto', office.aimed(`${P}/objectives`), {
      ...fewerLimits,
      name: 'Second',
    });
    tram = await office.create('p-priya', office.aimed(`${P}/projects`), { ...bridge, name: 'Tram' });
    const claim = (objectiveId: string, level: number) =>
      office.done('p-priya', `/api/v1/projects/${tram}/contributions`, { objectiveId, level, reason: 'So.' });
    await claim(objective, 2);
    await claim(office.ids.objectiveId, 1);
    await office.docket.visitor.get(`/api/v1/portfolios?after=${await office.head()}`);
  });
  afterAll(() => office.close());

  const ask = (query: Record<string, string> = {}) =>
    office.docket.visitor.get(office.aimed(`${P}/contributions?${new URLSearchParams(query).toString()}`));
  const standing = async (query: Record<string, string> = {}) =>
    (await ask(query)).body.rows
      .map(({ projectId, objectiveId, status, level }: Loose) =>
        [
          projectId === tram ? 'tram' : 'bridge',
          objectiveId === objective ? 'second' : 'first',
          status,
          level.name,
        ].join(' '),
      )
      .sort();

  it('are all told, claimed and confirmed', async () =>
    expect(await standing()).toEqual([
      'bridge first confirmed strong',
      'tram first claimed indirect',
      'tram second claimed supporting',
    ]));

  it('are told of one objective', async () =>
    expect(await standing({ objective: office.ids.objectiveId })).toEqual([
      'bridge first confirmed strong',
      'tram first claimed indirect',
    ]));

  it('are told as they stand', async () => {
    expect(await standing({ status: 'confirmed' })).toEqual(['bridge first confirmed strong']);
    expect(await standing({ status: 'claimed', objective })).toEqual(['tram second claimed supporting']);
  });

  it('are told page by page, each once', async () => {
    const first = (await ask({ limit: '2' })).body;
    const second = (await ask({ limit: '2', cursor: first.next })).body;
    expect([first.total, first.rows.length, second.rows.length, second.next]).toEqual([3, 2, 1, null]);
    expect([...first.rows, ...second.rows]).toEqual((await ask()).body.rows);
  });

  it.each([
    ['a standing there is not', { status: 'perhaps' }],
    ['an objective by name', { objective: 'First' }],
    ['a filter there is not', { project: 'x' }],
  ])('are not told of %s', async (_, query) => expect(inShort(await ask(query))).toBe('400 fields-invalid'));

  it('are told of each project, with its alignment: an unweighed objective counts nowhere', async () => {
    const { body } = await office.docket.visitor.get(office.aimed(`${P}/alignments`));
    expect(body.rows.map(({ name, alignment }: Loose) => [name, alignment])).toEqual([
      [bridge.name, { value: '75', reason: null, coverage: { used: 1, eligible: 1 } }],
      ['Tram', { value: null, reason: 'nothing-confirmed', coverage: { used: 0, eligible: 1 } }],
    ]);
  });

  it('are told with the scale they are judged on', async () => {
    const { body } = await office.docket.visitor.get(`/api/v1/projects/${tram}/contributions`);
    expect(body.scale).toBe('contribution-1');
    expect(body.levels.map(({ level, alignment }: Loose) => [level, alignment])).toEqual([
      [0, '0'],
      [1, '25'],
      [2, '50'],
      [3, '75'],
      [4, '100'],
    ]);
  });

  it('objectives are told active, retired or both', async () => {
    const path = office.aimed(`${P}/objectives`);
    const retired = await office.done('p-otto', `${path}/${objective}/retirement`, { reason: 'Merged.' });
    const names = async (status: string) => {
      const { body } = await office.docket.visitor.get(`${path}?after=${retired.body.position}${status}`);
      return body.rows.map(({ name }: Loose) => name);
    };
    expect(await names('')).toEqual([fewerLimits.name, 'Second']);
    expect(await names('&status=active')).toEqual([fewerLimits.name]);
    expect(await names('&status=retired')).toEqual(['Second']);
  });
});
