import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loose, TestDocket } from './docket.fixture';
import { inShort } from './problem.fixture';
import { bridge } from './samples.fixture';
import { SchemeCity } from './scheme.fixture';

const SAMPLE = readFileSync(join(__dirname, '../../docs/how-to/delegations.csv'), 'utf8');
const HEADER = 'holder,granted by,kind,limit per decision,limit per period,period';

/** The scheme of delegation of a city is imported, read, changed and exported, in the profile that `start` starts. */
export const describeScheme = (profile: string, start: () => Promise<TestDocket>) =>
  describe(`a scheme of delegation: ${profile}`, () => {
    let city: SchemeCity;
    beforeAll(async () => {
      city = await SchemeCity.open(await start());
    });
    afterAll(() => city.docket.stopAndForget());

    const head = () => city.docket.running.system.adapters.store.head();
    const matrix = async (query = '') => (await city.read(`${city.path}/matrix`, query)).body;
    const upTo = (answer: Loose, name: string): readonly string[] =>
      answer.tiers
        .find((tier: Loose) => tier.name === name)
        .cells.filter((cell: Loose) => cell.mayDecide)
        .map((cell: Loose) => `${cell.kind} ${cell.perDecision}`);

    it('is tried first: what would be granted is said, and nothing is', async () => {
      const before = await head();
      const { status, body } = await city.imports('p-otto', SAMPLE, { dryRun: true });
      expect([status, body.result, body.rows, body.granted, body.refused]).toEqual([200, 'tried', 9, 9, []]);
      expect(body.steps.map(({ line, does }: Loose) => `${line} ${does}`)).toEqual(
        [2, 3, 4, 5, 6, 7, 8, 9, 10].map((line) => `${line} grant`),
      );
      expect(await head()).toBe(before);
    });

    it('is given by whoever imports it, and read as a matrix from the lowest body to the highest', async () => {
      const { body } = await city.imports('p-otto', SAMPLE);
      expect(body).toMatchObject({ result: 'imported', rows: 9, granted: 9, unchanged: 0, refused: [] });
      const grants = await city.grants();
      expect(new Set(grants.map(({ givenBy }) => givenBy))).toEqual(new Set(['p-otto']));
      const shown = await matrix();
      expect([shown.currency, shown.kinds]).toEqual([
        'GBP',
        ['capital', 'contract-variation', 'disposal', 'operating', null],
      ]);
      expect(shown.tiers.map((tier: Loose) => `${tier.name} ${tier.authority}`)).toEqual([
        'Bridges team granted',
        'Lead of rail granted',
        'Lead of roads granted',
        'Investment board granted',
      ]);
      expect(upTo(shown, 'Lead of roads')).toEqual([
        'capital 5000000',
        'contract-variation 250000',
        'operating 500000',
      ]);
    });

    it('says from then on who must decide, by where a project stands, kind and value', async () => {
      const within = `/api/v1/portfolios/${city.portfolioId}`;
      const priya = await city.docket.as('p-priya');
      const projectId = (await priya.post(`${within}/projects`, bridge)).body.id;
      const otto = await city.docket.as('p-otto');
      const placed = await otto.write('PUT', `/api/v1/projects/${projectId}/place`, { nodeId: city.roads });
      expect(placed.status).toBe(200);
      const decides = async (kind: string, value: string) => {
        const query = `&kind=${kind}&value=${value}`;
        const { body } = await city.read(`/api/v1/projects/${projectId}/authority`, query);
        return (
          Object.entries(city.bodies).find(([, bodyId]) => bodyId === body.decides.bodyId)?.[0] ??
          body.decides.by
        );
      };
      expect([
        await decides('capital', '5000000'),
        await decides('capital', '5000001'),
        await decides('operating', '500001'),
        await decides('disposal', '1'),
        await decides('capital', '50000001'),
        await decides('gift', '1'),
      ]).toEqual(['roads', 'board', 'board', 'board', 'nobody', 'nobody']);
    });

    it('changes nothing when it comes again, nor does what is exported of it', async () => {
      const before = await head();
      const csv = await city.read(`${city.path}/scheme`);
      expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      for (const text of [SAMPLE, csv.text])
        expect((await city.imports('p-lena', text, { revokeMissing: true })).body).toMatchObject({
          ...{ result: 'imported', rows: 9, granted: 0, unchanged: 9, revoked: 0, missing: [] },
        });
      expect(await head()).toBe(before);
      const again = await city.docket.visitor.get(
        `${city.path}/scheme?asOf=${csv.headers.get('docket-as-of')}`,
      );
      expect(again.text).toBe(csv.text);
    });

    it('is changed where a row says otherwise, with all that hangs on it, and stays as it was as of then', async () => {
      const { asOf } = await matrix();
      const lower = SAMPLE.replace(
        'capital,go; conditional go; hold,£5m,£20m,year,,,yes',
        'capital,go; hold,£4m,£20m,year,,,yes',
      );
      const { body } = await city.imports('p-otto', lower);
      expect(body).toMatchObject({ result: 'imported', granted: 2, changed: 2, unchanged: 7, revoked: 2 });
      expect(
        body.steps
          .filter(({ does }: Loose) => does === 'change')
          .map(({ line, differs }: Loose) => [line, differs]),
      ).toEqual([
        [6, ['outcomes', 'limit per decision']],
        [10, ['part of']],
      ]);
      const over = (await city.grants('all')).filter(({ standing }) => standing === 'revoked');
      expect(over.map(({ revocation }) => revocation.reason).sort()).toEqual([
        'Replaced by line 10 of scheme.csv.',
        'Replaced by line 6 of scheme.csv.',
      ]);
      expect(upTo(await matrix(), 'Lead of roads')[0]).toBe('capital 4000000');
      expect(upTo(await matrix(`&asOf=${asOf.token}`), 'Lead of roads')[0]).toBe('capital 5000000');
    });

    it('tells what no row names, and revokes it only when asked', async () => {
      const fewer = (await city.read(`${city.path}/scheme`)).text.replace(/^.*Lead of rail.*\n/m, '');
      const told = await city.imports('p-otto', fewer);
      const missing = { holder: 'Lead of rail', kinds: ['capital'] };
      expect(told.body).toMatchObject({
        revoked: 0,
        unchanged: 8,
        missing: [{ ...missing, isRevoked: false }],
      });
      const asked = await city.imports('p-otto', fewer, { revokeMissing: true });
      expect(asked.body).toMatchObject({
        revoked: 1,
        unchanged: 8,
        missing: [{ ...missing, isRevoked: true }],
      });
      const tiers = (await matrix()).tiers.map((tier: Loose) => `${tier.name} ${tier.authority}`);
      expect(tiers[0]).toBe('Lead of rail none');
    });

    it('gives a chair the rows of their own body, and nobody more than they could give themselves', async () => {
      const rail = 'Lead of rail,Investment board,capital,£3m,£9m,year';
      const text = [HEADER, rail].join('\n');
      expect(inShort(await city.imports('p-anna', text, { dryRun: 1 }))).toBe('400 fields-invalid');
      expect(inShort(await city.docket.visitor.post(city.path, {}))).toBe('401 session-missing');
      const refused = await city.imports('p-sam', text);
      expect(refused.body.refused).toMatchObject([
        { line: 2, field: 'granted by', value: 'Investment board', code: 'not-yours-to-grant' },
      ]);
      const { body } = await city.imports('p-chen', text);
      expect(body).toMatchObject({ result: 'imported', granted: 1 });
      const own = [HEADER, 'Investment board,portfolio,capital,unlimited,,'].join('\n');
      expect((await city.imports('p-chen', own)).body.refused).toMatchObject([
        { code: 'not-yours-to-revoke' },
      ]);
    });

    it('is one import under one key: repeated it answers the same, and another file is refused with it', async () => {
      const otto = await city.docket.as('p-otto');
      const key = crypto.randomUUID();
      const send = (text: string, more = {}) =>
        otto.post(
          city.path,
          { name: 'keyed.csv', base64: Buffer.from(text).toString('base64'), ...more },
          key,
        );
      const row = (limit: string) => [HEADER, `Bridges team,portfolio,works,${limit},,`].join('\n');
      expect((await send(row('1.000'))).body.result).toBe('refused');
      expect((await send(row('5'), { dryRun: true })).body.result).toBe('tried');
      const first = await send(row('5'));
      expect(first.body).toMatchObject({ result: 'imported', granted: 1 });
      const before = await head();
      expect((await send(row('5'))).text).toBe(first.text);
      expect(inShort(await send(row('6')))).toBe('422 idempotency-key-reused');
      expect(await head()).toBe(before);
    });

    it('is taken from the operator at the command line, too', async () => {
      const csv = (await city.read(`${city.path}/scheme`)).text;
      expect((await city.imports('operator', csv)).body).toMatchObject({ result: 'imported', granted: 0 });
    });
  });
