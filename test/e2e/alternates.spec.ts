import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge } from './samples.fixture';

const aye = { choice: 'for', reason: 'The load limit would close the road.' };
const nay = { choice: 'against', reason: 'The ground is not known.' };

describe('a board whose members have alternates', () => {
  let office: Office;
  let bodyId: string;
  beforeAll(async () => {
    office = await Office.open();
    ({ bodyId } = office.ids);
    const seat = { personId: 'p-dina', role: 'alternate', alternateFor: 'p-bea' };
    await office.done('p-otto', `/api/v1/bodies/${bodyId}/seats`, seat);
  });
  afterAll(() => office.close());

  const get = async (path: string) =>
    (await office.docket.visitor.get(`${path}${path.includes('?') ? '&' : '?'}after=${await office.head()}`))
      .body;
  const ballotOn = async (name: string): Promise<string> => {
    const projects = office.aimed('/api/v1/portfolios/{portfolioId}/projects');
    const projectId = await office.create('p-priya', projects, { ...bridge, name });
    const motion = await office.motion({ ...office.ids, projectId });
    await office.done('p-sven', `/api/v1/motions/${motion}/ballot`);
    return motion;
  };
  const vote = async (motion: string, who: string, say = aye) =>
    (await office.as(who)).post(`/api/v1/motions/${motion}/votes`, say);
  const personIn = async (personId: string, path = `/api/v1/bodies/${bodyId}/attendance`) =>
    (await get(path)).people.find((one: { personId: string }) => one.personId === personId);

  it('shows whom they sit for, in the body and on the ballot', async () => {
    const motion = await ballotOn('Weir');
    const { seats } = await get(`/api/v1/bodies/${bodyId}`);
    const { electorate } = (await get(`/api/v1/motions/${motion}`)).ballot;
    const dina = ({ personId }: { personId: string }) => personId === 'p-dina';
    expect([seats.find(dina).alternateFor, electorate.find(dina)]).toEqual([
      'p-bea',
      { personId: 'p-dina', role: 'alternate', standing: 'alternate', for: 'p-bea' },
    ]);
  });

  it('takes the vote of an alternate until the principal votes, and keeps both on record', async () => {
    const motion = await ballotOn('Lock');
    const said = [
      await vote(motion, 'p-dina'),
      await vote(motion, 'p-bea', nay),
      await vote(motion, 'p-dina'),
    ];
    expect([said[0]?.status, said[1]?.status, inShort(said[2]!)]).toEqual([
      200,
      200,
      '409 principal-has-voted',
    ]);
    await vote(motion, 'p-chen');
    await office.done('p-chen', `/api/v1/motions/${motion}/close`);
    const { votes, outcome } = await get(`/api/v1/motions/${motion}`);
    expect(votes.map(({ personId, displacedBy }: Record<string, string>) => [personId, displacedBy])).toEqual(
      [
        ['p-bea', null],
        ['p-chen', null],
        ['p-dina', 'p-bea'],
      ],
    );
    expect([outcome.count.inFavour, outcome.count.against, outcome.count.entitled]).toEqual([1, 1, 3]);
    const { entries } = await get(`/api/v1/motions/${motion}/history`);
    expect(entries.map(({ type }: { type: string }) => type)).toContain('VoteDisplaced');
  });

  it('is told by attendance: who stood in and who was represented, as of any event', async () => {
    const before = (await get(`/api/v1/bodies/${bodyId}/attendance`)).asOf.token;
    const [bea, dina] = [await personIn('p-bea'), await personIn('p-dina')];
    const motion = await ballotOn('Sluice');
    for (const who of ['p-dina', 'p-chen']) await vote(motion, who);
    await office.done('p-chen', `/api/v1/motions/${motion}/close`);
    const counts = { represented: bea.represented + 1, couldVote: bea.couldVote + 1 };
    expect(await personIn('p-bea')).toMatchObject(counts);
    expect(await personIn('p-dina')).toMatchObject({ stoodIn: dina.stoodIn + 1, couldVote: 0 });
    const then = (id: string) =>
      personIn(id, `/api/v1/bodies/${bodyId}/attendance?asOf=${encodeURIComponent(before)}`);
    expect([await then('p-bea'), await then('p-dina')]).toEqual([bea, dina]);
  });

  it('takes no second alternate for one principal, and none for an alternate', async () => {
    const otto = await office.as('p-otto');
    const seats = `/api/v1/bodies/${bodyId}/seats`;
    const second = { personId: 'p-sam', role: 'alternate', alternateFor: 'p-bea' };
    expect(inShort(await otto.post(seats, second))).toBe('409 alternate-taken');
    expect(inShort(await otto.post(seats, { ...second, alternateFor: 'p-dina' }))).toBe(
      '422 alternate-for-alternate',
    );
  });

  it('lets no alternate vote for a principal who has declared an interest since', async () => {
    const motion = await ballotOn('Culvert');
    const { projectId } = await get(`/api/v1/motions/${motion}`);
    const interest = { personId: 'p-bea', nature: 'family', description: 'My brother builds it.' };
    await office.done('p-bea', `/api/v1/projects/${projectId}/interests`, interest);
    expect(inShort(await vote(motion, 'p-dina'))).toBe('403 principal-recused');
  });

  it('tells how long decisions took, and where nothing is decided why there is no figure', async () => {
    const times = await get(office.aimed('/api/v1/portfolios/{portfolioId}/decision-times'));
    expect(times).toMatchObject({
      tabledToDecided: { count: 0, median: null, unavailable: 'nothing-decided' },
      openedToEnded: { count: 2, unit: 'days' },
      bodies: [{ bodyId }],
    });
  });
});
