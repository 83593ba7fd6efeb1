import { SAMPLE_NAME } from '@docket/host';
import { portfolioIdOf } from '@docket/portfolio';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child, jsonAt, Place, sessionAt } from './cli.fixture';
import type { Answer } from './docket.fixture';
import { TestDocket } from './docket.fixture';
import { inShort } from './problem.fixture';
import { board, bridge, confidenceModel } from './samples.fixture';

const HEADER =
  'year,project_number,project_name,department,colour_rating,start_date,end_date,yearly_budget,yearly_forecast,wlc_baseline_incl_NCG';
const ROWS = 1_500;
const LIST = [
  HEADER,
  ...Array.from({ length: ROWS }, (_, n) => `2019,,Work ${n},DfT,Amber,2014-01-01,2030-12-31,5,4,10`),
  '',
].join('\n');
const files = [{ name: 'list.csv', base64: Buffer.from(LIST).toString('base64') }];

describe('while history is imported into a portfolio', () => {
  let docket: TestDocket;
  beforeEach(async () => {
    docket = await TestDocket.start();
  });
  afterEach(() => docket.stopAndForget());

  const sendImport = () =>
    fetch(`${docket.running.address}/api/v1/operator/import-gmpp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${docket.running.ownerSecret}`,
        'content-type': 'application/vnd.docket.files+json',
      },
      body: JSON.stringify({ files }),
    });

  /** Does `meanwhile` once rows are being recorded; how the import ended. */
  const importing = async (meanwhile: () => Promise<void>): Promise<unknown> => {
    const { body } = await sendImport();
    let text = '';
    let began = false;
    for await (const chunk of body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      if (!began && text.includes('progress')) await meanwhile();
      began ||= text.includes('progress');
    }
    return JSON.parse(text.trim().split('\n').at(-1) ?? '').result;
  };

  const write = async (person: string, path: string, body: object, key?: string): Promise<Answer> =>
    (await docket.as(person)).post(path, body, key);

  it('what is live is turned away and can be sent again; the import comes to its end', async () => {
    const id = portfolioIdOf('GMPP');
    const [within, key] = [`/api/v1/portfolios/${id}`, crypto.randomUUID()];
    const result = await importing(async () => {
      const refused = await write('p-priya', `${within}/projects`, bridge, key);
      expect([inShort(refused), refused.headers.get('retry-after'), refused.body.detail]).toEqual([
        '503 import-under-way',
        '5',
        'The history of "GMPP" (list.csv) is being imported; until that is done its portfolio takes nothing else. Nothing of this was recorded; ask again in a few seconds.',
      ]);
      expect(inShort(await write('p-otto', `${within}/bodies`, board))).toBe('503 import-under-way');
      expect(inShort(await write('p-otto', `${within}/scoring-models`, confidenceModel))).toBe(
        '503 import-under-way',
      );
      const elsewhere = { name: 'Elsewhere', currency: 'GBP', timeZone: 'UTC' };
      expect((await write('p-maya', '/api/v1/portfolios', elsewhere)).status).toBe(201);
    });
    expect(result).toEqual({ rows: ROWS, recorded: ROWS, unchanged: 0, doubtful: [] });
    expect((await docket.visitor.get(within)).body.portfolio.settled).toBe(false);
    expect((await docket.visitor.get(`${within}/projects?limit=1`)).body.total).toBe(ROWS);
    expect((await write('p-priya', `${within}/projects`, bridge, key)).status).toBe(201);
  });

  it('a second import into it is turned away', async () => {
    const result = await importing(async () => {
      const second = await sendImport();
      const { code } = (await second.json()) as { code: string };
      expect([second.status, second.headers.get('retry-after'), code]).toEqual([
        503,
        '5',
        'import-under-way',
      ]);
    });
    expect(result).toMatchObject({ recorded: ROWS });
    expect(JSON.parse((await (await sendImport()).text()).trim()).result).toMatchObject({
      recorded: 0,
      unchanged: ROWS,
    });
  });
});

describe('while the sample of a first start is loaded', () => {
  const place = new Place();
  afterAll(() => place.remove());

  it('nothing is written into it, and it comes whole', async () => {
    const data = place.at('data');
    const child = new Child('api', [], { PORT: '0', DOCKET_DATA: data, DOCKET_SAMPLE: 'on' }, 120);
    await child.says(/rows imported: \d+/);
    const { address } = JSON.parse(readFileSync(join(data, 'owner.json'), 'utf8')) as { address: string };
    const path = `/api/v1/portfolios/${portfolioIdOf(SAMPLE_NAME)}/projects`;
    const cookie = await sessionAt(address, 'p-priya');
    const propose = async () => {
      const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const given = { method: 'POST', headers, body: JSON.stringify(bridge) };
      const answer = await fetch(`${address}${path}`, given);
      return { status: answer.status, ...((await answer.json()) as { position?: string }) };
    };
    const meanwhile = await propose();
    await child.says(/ready: /);
    const afterwards = await propose();
    const { total } = await jsonAt({ address }, `${path}?limit=1&after=${afterwards.position}`);
    const [ofTheLastList, illustrative, ended] = [244, 3 + 3, 4];
    expect([meanwhile.status, afterwards.status, total]).toEqual([
      503,
      201,
      ofTheLastList + illustrative - ended + 1,
    ]);
  }, 120_000);
});
