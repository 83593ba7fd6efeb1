import { by, openScheme } from '../../testing/scheme-slice';

const HEADER =
  'holder,granted by,kind,domain,limit per decision,limit per period,period,may sub-delegate,call-in hours';

const SCHEME = [
  HEADER,
  'Lead of rail,Board,capital,Rail,"£1,000,000",£2m,year,no,72',
  'Board,portfolio,capital,,5000000,20m,year,yes,',
  'Board,portfolio,disposal,,250k,,,no,',
].join('\n');

describe('a scheme of delegation through the bus', () => {
  let city: Awaited<ReturnType<typeof openScheme>>;
  let bodies: Readonly<{ board: string; lead: string; rail: string }>;
  beforeEach(async () => {
    city = await openScheme();
    const rail = await city.people.node('Rail');
    bodies = {
      board: await city.people.body('Board', 'cleo'),
      lead: await city.people.body('Lead of rail', 'lea'),
      rail,
    };
  });
  afterEach(() => city.close());

  it('gives what its rows say, roots first, whatever their order', async () => {
    const report = await city.people.imported(SCHEME);
    expect(report).toMatchObject({
      ...{ result: 'imported', rows: 3, granted: 3, changed: 0, unchanged: 0, revoked: 0, refused: [] },
      ...{ missing: [], notices: [] },
    });
    const grants = await city.people.grants();
    const capital = grants.find(
      ({ bodyId, authority }) => bodyId === bodies.board && authority.kinds?.[0] === 'capital',
    );
    expect(grants.find(({ bodyId }) => bodyId === bodies.lead)).toMatchObject({
      from: { kind: 'grant', grantId: capital?.id, bodyId: bodies.board },
      authority: {
        ...{ domains: [bodies.rail], kinds: ['capital'], outcomes: null, perDecision: '1000000' },
        ...{ perPeriod: { amount: '2000000', period: 'year' }, until: null },
      },
      ...{ maySubDelegate: false, callInHours: 72, givenBy: 'otto' },
    });
  });

  it('revokes what no row names where that is asked for, and else only tells of it', async () => {
    await city.people.imported(SCHEME);
    const fewer = SCHEME.split('\n').slice(0, 3).join('\n');
    const told = await city.people.imported(fewer);
    expect(told).toMatchObject({
      revoked: 0,
      unchanged: 2,
      missing: [{ holder: 'Board', isRevoked: false }],
    });
    expect(await city.people.grants()).toHaveLength(3);
    const asked = await city.people.imported(fewer, { revokeMissing: true });
    expect(asked).toMatchObject({
      revoked: 1,
      unchanged: 2,
      missing: [{ holder: 'Board', isRevoked: true }],
    });
    const over = (await city.people.grants('all')).filter(({ standing }) => standing === 'revoked');
    expect(over.map(({ revocation }) => revocation?.reason)).toEqual([
      'scheme.csv does not name it any more.',
    ]);
  });

  it('says as it is exported of what each row is a part, and since which day it is in force', async () => {
    const several = [
      'reference,holder,granted by,part of,kind,limit per decision,may sub-delegate',
      ...[
        'a,Board,portfolio,,all,9m,yes',
        'b,Board,portfolio,,capital,9m,yes',
        'c,Lead of rail,Board,b,capital,1m,no',
      ],
    ];
    await city.people.imported(several.join('\n'));
    expect((await city.people.exported()).split('\n').slice(1)).toEqual([
      expect.stringMatching(/^1,Board,portfolio,,,all,,9000000,,,\d{4}-\d\d-\d\d,,yes,$/),
      expect.stringMatching(/^2,Board,portfolio,,,capital,,9000000,,,\d{4}-\d\d-\d\d,,yes,$/),
      expect.stringMatching(/^3,Lead of rail,Board,2,,capital,,1000000,,,\d{4}-\d\d-\d\d,,no,$/),
      '',
    ]);
  });

  it('changes nothing when it comes again', async () => {
    await city.people.imported(SCHEME);
    const before = await city.store.head();
    expect(await city.people.imported(SCHEME, { who: by('lena', 'again') })).toMatchObject({
      ...{ result: 'imported', rows: 3, granted: 0, unchanged: 3, revoked: 0, refused: [] },
    });
    expect(await city.store.head()).toBe(before);
  });
});
