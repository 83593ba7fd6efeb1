import {
  docket,
  documentOf,
  jsonAt,
  Place,
  SMALL_LIST,
  startServer,
  stopServer,
  type Ended,
} from './cli.fixture';

/** The reasons of a ranking at the command line. */
describe('at the command line', () => {
  const place = new Place();
  const data = place.at('data');
  const ask = (...words: string[]): Promise<Ended> => docket([...words, '--data', data]);
  const text = async (...words: string[]): Promise<string> => (await ask(...words)).stdout;

  beforeAll(async () => {
    await ask('import', 'gmpp', place.file('list.csv', SMALL_LIST));
  }, 60_000);
  afterAll(() => place.remove());

  it('line says which rule drew it, and who stands where', async () => {
    const shown = await text('line', '--budget', '2500000000', '--rule', 'fill');
    expect(shown).toContain('fill: what breaches the budget is passed over');
    expect(shown).toMatch(/left GBP\s+400,000,000\. The\s+line runs at rank 2\./);
    expect(shown).toMatch(/1 {2}above {9}Coast Guard/);
    expect(shown).toMatch(/2 {2}below {9}Harbour Tunnel +1,300,000,000/);
  });

  it('moves names each event and what it did', async () => {
    const shown = (await text('moves', '--since', '2019-12-31')).replace(/\s+/g, ' ');
    expect(shown).toContain('Harbour Tunnel: moved, 1 (4.700) → 2 (1.300)');
    expect(shown).toContain(
      'operator reported its status: Delivery confidence amber-red instead of green; Budget variance 36.4 % instead of 1.0 %',
    );
    expect(shown).toContain(
      'note: The model “Delivery health 1”, which ranks both moments, was published on',
    );
    expect(await text('moves', '--since', '2020-12-31')).toContain(
      'Nothing moved since 2020-12-31T23:59:59.999Z',
    );
  });

  it('moves of one project tells each event, also those of others', async () => {
    const shown = (await text('moves', 'harbour', '--since', '2019-12-31')).replace(/\s+/g, ' ');
    expect(shown).toContain('Harbour Tunnel: moved, 1 (4.700) → 2 (1.300) operator reported its status');
  });

  it('explain ends with what would swap it', async () =>
    expect((await text('explain', 'harbour')).replace(/\s+/g, ' ')).toContain(
      'The smallest single change that would put “Harbour Tunnel” above “Coast Guard Fleet Replacement and Long-Term In-Service Support Programme for the Northern Waters”: forecast of “Harbour Tunnel” at GBP 148,499,999.99 instead of GBP 150,000,000, which makes Budget variance just below 35.0 % instead of 36.4 %',
    ));

  it('letter is ready for a letter', async () => {
    const shown = (await text('letter', 'harbour', '--budget', '1500000000')).replace(/\s+/g, ' ');
    expect(shown).toContain('“Harbour Tunnel” asks for GBP 1,300,000,000 over its life');
    expect(shown).toContain('The smallest single change that would lift it above the line: forecast of');
  });

  it.each([
    [['line', '--budget', '2500000000']],
    [['moves', '--since', '2019-12-31']],
    [['explain', 'harbour']],
    [['letter', 'harbour', '--budget', '5']],
    [['roll-up']],
  ])('%j keeps within 80 columns, but for the token', async (words) => {
    const long = (await text(...words)).split('\n').filter((line) => line.length > 80);
    expect(long.filter((line) => !/^ {2}\S+$/.test(line))).toEqual([]);
  });

  it.each([
    [['line'], 'docket line needs --budget'],
    [['moves'], 'docket moves needs --since'],
    [['rank', '--budget', '5'], 'docket rank takes no --budget'],
    [['line', '--budget', '5', '--since', '1'], 'docket line takes no --since'],
    [['letter'], 'docket letter takes one project'],
    [['roll-up', '--model', 'Delivery health 1'], 'docket roll-up takes no --model'],
  ])('%j is no usage', async (words, said) => {
    const { code, stderr } = await ask(...words);
    expect([code, stderr.includes(said)]).toEqual([2, true]);
  });

  it('a budget below nothing is refused as the API refuses it', async () => {
    const refused = await ask('line', '--budget=-1', '--json');
    expect([refused.code, documentOf(refused)]).toEqual([
      1,
      expect.objectContaining({ code: 'amount-negative' }),
    ]);
  });

  it('--json is what the API answers, byte for byte', async () => {
    const server = await startServer(data);
    const { rows } = await jsonAt(server, '/api/v1/portfolios');
    const P = `${server.address}/api/v1/portfolios/${rows[0].id}`;
    const ranked = await jsonAt(server, `/api/v1/portfolios/${rows[0].id}/ranking`);
    const { token } = ranked.asOf;
    const id = ranked.rows[1].id;
    const pairs: readonly (readonly [string[], string])[] = [
      [['line', '--budget', '5', '--rule', 'fill'], 'funding-line?budget=5&rule=fill&'],
      [['moves', '--since', '2019-12-31'], 'ranking/moves?since=2019-12-31&'],
      [['letter', id, '--budget', '5'], `ranking/${id}/letter?budget=5&`],
      [['explain', id], `ranking/${id}?`],
      [['roll-up'], 'roll-up?'],
    ];
    for (const [words, path] of pairs) {
      const { stdout } = await ask(...words, '--as-of', token, '--json');
      expect(stdout).toBe(await (await fetch(`${P}/${path}asOf=${token}`)).text());
    }
    await stopServer(server);
  }, 60_000);
});
