import * as fc from 'fast-check';
import { by, openScheme } from '../../testing/scheme-slice';

const HEADER =
  'reference,holder,granted by,part of,domain,kind,outcomes,limit per decision,limit per period,period,from,until,may sub-delegate,call-in hours';
const BODIES = ['Board', 'Lead; of "roads"', 'Lead of rail', 'Team', 'Portfolio'];
const DOMAINS = ['', 'Roads', 'Roads / Bridges', 'Rail', 'Rail; Roads'];
const KINDS = ['all', 'capital', 'operating', 'capital; disposal'];

/** A row by numbers: who, by whom, where, for what, and up to how much; many of them are refused. */
const anyRow = fc.record({
  holder: fc.nat(4),
  grantor: fc.integer({ min: -3, max: 4 }),
  domain: fc.nat(4),
  kind: fc.nat(3),
  outcomes: fc.constantFrom('', '', 'go', 'go; hold'),
  limit: fc.constantFrom('unlimited', '5000000', '"1,000"', '1.1250', '£250k', '0'),
  period: fc.constantFrom(',', ',', '20m,year', '"5,000",quarter', '1.2500,month'),
  from: fc.constantFrom('', '', '2024-01-01', '2031-04-01', '2031-05-02T10:11:12.131Z'),
  until: fc.constantFrom('', '', '2050-12-31', '2051-01-01T00:00:00.001Z'),
  passOn: fc.constantFrom('yes', 'yes', 'no'),
  hours: fc.constantFrom('', '', '72'),
});

const cell = (text: string): string => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('a scheme of delegation that is exported', () => {
  let city: Awaited<ReturnType<typeof openScheme>>;
  beforeAll(async () => {
    city = await openScheme();
  });
  afterAll(() => city.close());

  /** A portfolio with the bodies and nodes of the rows; bodies by the text that names them. */
  const portfolio = async (name: string) => {
    const people = await city.portfolio(name);
    const roads = await people.node('Roads');
    await people.node('Bridges', roads);
    const rail = await people.node('Rail');
    await people.node('Bridges', rail);
    const ids = new Map<string, string>();
    for (const body of BODIES) ids.set(body, await people.body(body, 'cleo'));
    const named = (at: number): string => {
      const body = BODIES[at] ?? '';
      return body === 'Portfolio' ? (ids.get(body) ?? '') : cell(body);
    };
    return { ...people, ids, named };
  };

  it('and imported again changes nothing; imported where nothing is granted, it gives an equal matrix', async () => {
    let runs = 0;
    let granted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 8 }), async (rows) => {
        runs += 1;
        const [here, there] = [await portfolio(`Here ${runs}`), await portfolio(`There ${runs}`)];
        for (const row of rows) {
          const by = row.grantor < 0 ? 'portfolio' : here.named(row.grantor);
          const line = [
            ...[
              '',
              here.named(row.holder),
              by,
              '',
              cell(DOMAINS[row.domain] ?? ''),
              cell(KINDS[row.kind] ?? ''),
            ],
            ...[cell(row.outcomes), row.limit, row.period, row.from, row.until, row.passOn, row.hours],
          ].join(',');
          granted += (await here.imported(`${HEADER}\n${line}\n`)).granted;
        }
        const before = await city.store.head();
        const exported = await here.exported();
        const lines = exported.split('\n').length - 2;
        fc.pre(lines > 0);
        expect(await here.imported(exported, { revokeMissing: true })).toMatchObject({
          ...{
            result: 'imported',
            rows: lines,
            granted: 0,
            unchanged: lines,
            revoked: 0,
            missing: [],
            refused: [],
          },
        });
        expect(await city.store.head()).toBe(before);
        const moved = exported.replaceAll(
          here.ids.get('Portfolio') ?? '?',
          there.ids.get('Portfolio') ?? '?',
        );
        const report = await there.imported(moved, { who: by('lena', 'moved') });
        expect(report.refused.filter(({ code }) => code !== 'row-repeated')).toEqual([]);
        fc.pre(report.result === 'imported');
        expect(await said(there)).toEqual(await said(here));
      }),
      { numRuns: 40 },
    );
    expect(granted).toBeGreaterThan(60);
  }, 120_000);

  type People = Awaited<ReturnType<typeof portfolio>>;

  /** What a matrix grants, without ids, which are of one portfolio. That a body holds nothing any more no row can say. */
  const said = async (people: People) => {
    const { tiers, kinds } = await people.matrix();
    const tier = tiers
      .filter(({ authority }) => authority === 'granted')
      .map(({ name, authority, cells }) => ({
        ...{ name, authority },
        cells: cells.map((one) => ({
          ...one,
          grants: one.grants
            .map(({ partOf, domains, ...rest }) =>
              JSON.stringify([
                partOf !== null,
                domains?.map(({ name: node }) => node).sort() ?? null,
                { ...rest, grantId: '' },
              ]),
            )
            .sort(),
        })),
      }));
    return { kinds, tiers: tier };
  };
});
