import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

const opening = { name: 'Another', currency: 'GBP', timeZone: 'Europe/London' };

describe('the body of a write', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  it.each([
    [
      'another media type',
      { 'content-type': 'text/plain' },
      JSON.stringify(opening),
      '415 media-type-unsupported',
    ],
    ['no media type', { 'content-type': '' }, JSON.stringify(opening), '415 media-type-unsupported'],
    [
      'a form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'name=x',
      '415 media-type-unsupported',
    ],
    [
      'another character set',
      { 'content-type': 'application/json; charset=utf-16' },
      JSON.stringify(opening),
      '415 media-type-unsupported',
    ],
    [
      'the type of files',
      { 'content-type': 'application/vnd.docket.files+json' },
      JSON.stringify(opening),
      '415 media-type-unsupported',
    ],
    ['an empty body', {}, '', '400 fields-invalid'],
    ['half a document', {}, '{"name":', '400 body-malformed'],
    ['NaN', {}, '{"name":NaN}', '400 body-malformed'],
    [
      'a field given twice',
      {},
      '{"name":"a","name":"b","currency":"GBP","timeZone":"UTC"}',
      '400 body-malformed',
    ],
    [
      'a field that reaches into prototypes',
      {},
      '{"__proto__":{"name":"a"},"currency":"GBP","timeZone":"UTC"}',
      '400 body-malformed',
    ],
    ['half a character', {}, '{"name":"\\ud800","currency":"GBP","timeZone":"UTC"}', '400 body-malformed'],
    ['endless nesting', {}, `${'['.repeat(60_000)}${']'.repeat(60_000)}`, '400 body-malformed'],
    [
      'more than 1 MiB',
      {},
      JSON.stringify({ ...opening, name: 'x'.repeat(1_100_000) }),
      '413 body-too-large',
    ],
  ])('refuses a body of %s', async (_, headers, raw, problem) => {
    const before = await office.head();
    const maya = await office.as('p-maya');
    const answer = await maya.ask('POST', '/api/v1/portfolios', {
      raw,
      headers: { 'idempotency-key': crypto.randomUUID(), ...headers },
    });
    expect(inShort(answer)).toBe(problem);
    expect(await office.head()).toBe(before);
  });

  it('refuses a body that is not UTF-8', async () => {
    const { headers } = await office.docket.visitor.ask('POST', '/api/v1/session', {
      body: { person: 'p-maya' },
    });
    const answer = await fetch(`${office.docket.running.address}/api/v1/portfolios`, {
      method: 'POST',
      headers: {
        cookie: headers.get('set-cookie')?.split(';')[0] ?? '',
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: Buffer.from('{"name":"caf\xe9","currency":"GBP","timeZone":"UTC"}', 'latin1'),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      400,
      'body-malformed',
    ]);
  });
});
