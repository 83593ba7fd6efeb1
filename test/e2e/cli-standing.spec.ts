import { docket, documentOf, Place, SMALL_LIST, type Ended } from './cli.fixture';

/** What stands, at the command line: projects, objectives, models, assessments. */
describe('at the command line', () => {
  const place = new Place();
  const data = place.at('data');
  const ask = (...words: string[]): Promise<Ended> => docket([...words, '--data', data]);

  beforeAll(async () => {
    await ask('import', 'gmpp', place.file('list.csv', SMALL_LIST));
  }, 60_000);
  afterAll(() => place.remove());

  it.each([
    [
      ['project', 'harbour'],
      ['Harbour Tunnel', 'Status: authorised', 'not available: '],
    ],
    [['objectives'], ['No objective has been stated.']],
    [['composition'], ['neither sub-portfolios nor programmes']],
    [['models'], ['Delivery health 1', 'published', 'Ranked even without: Budget variance (25 %)']],
    [
      ['compare', 'Delivery health 1'],
      ['by Delivery health 1 instead of Delivery health 1', 'the same place'],
    ],
    [['assessments'], ['Delivery health 1 measures everything: there is nothing to rate by it.']],
    [
      ['assessments', 'harbour'],
      ['what became of its assessments', 'Nobody has assessed it.'],
    ],
    [
      ['event', '3'],
      ['Event 3, ', 'by: operator', 'Facts:', 'Its place in the chain'],
    ],
  ])('%j tells it within 80 columns, and as one document with its moment', async (words, told) => {
    const { code, stdout } = await ask(...words);
    expect(code).toBe(0);
    for (const part of told) expect(stdout.replace(/\s+/g, ' ')).toContain(part);
    expect(stdout.split('\n').filter((line) => line.length > 80 && !/^ {2}\S+$/.test(line))).toEqual([]);
    const { token } = documentOf(await ask(...words, '--json')).asOf as { token: string };
    expect(documentOf(await ask(...words, '--json', '--as-of', token))).toMatchObject({ asOf: { token } });
  });

  it('a project is told as it was on a day', async () =>
    expect((await ask('project', 'ledger', '--as-of', '2019-12-31')).stdout).toContain('Status: authorised'));

  it.each([
    [['objectives', '--model', 'x'], 'docket objectives takes no --model'],
    [['project'], 'docket project takes one project'],
    [['event'], 'docket event takes the number of one event'],
    [['event', '1e3'], '"1e3" is not the number of an event'],
    [['event', '3', '--model', 'x'], 'docket event takes no --model'],
    [['assessments', 'harbour', '--model', 'x'], 'docket assessments PROJECT takes no --model'],
    [['compare'], 'docket compare takes one scoring model'],
    [['models', '--budget', '5'], 'docket models takes no --budget'],
  ])('%j is no usage', async (words, said) => {
    const { code, stderr } = await ask(...words);
    expect([code, stderr.includes(said)]).toEqual([2, true]);
  });

  it.each([
    ['0', 'number-malformed', 'whole numbers from 1 on'],
    ['999999', 'event-unknown', 'events 1 to'],
  ])('the event %s is refused as the API refuses it', async (number, code, said) => {
    const refused = await ask('event', number, '--json');
    expect([refused.code, documentOf(refused)]).toEqual([
      1,
      expect.objectContaining({ code, detail: expect.stringContaining(said) }),
    ]);
  });

  it('a model that is not there is refused with where to look', async () => {
    const refused = await ask('compare', 'nobodys', '--json');
    expect([refused.code, documentOf(refused)]).toEqual([
      1,
      expect.objectContaining({
        code: 'model-unknown',
        detail: expect.stringContaining('docket models'),
      }),
    ]);
  });
});
