import { signSession } from '@docket/identity';
import { request } from 'node:http';
import { connect } from 'node:net';
import type { Answer } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

describe('the door', () => {
  let office: Office;
  let address: URL;
  beforeAll(async () => {
    office = await Office.open();
    address = new URL(office.docket.running.address);
  });
  afterAll(() => office.close());

  /** Asks with headers that `fetch` would not send. */
  const ask = (
    headers: Record<string, string>,
    method = 'GET',
    path = '/api/v1/portfolios',
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: address.hostname, port: address.port, method, path, headers },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const told = new Headers(
              Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
            );
            resolve({ status: answer.statusCode ?? 0, headers: told, text, body: text && JSON.parse(text) });
          });
        },
      );
      asked.on('error', reject);
      asked.end();
    });

  it.each([
    ['a foreign host', { host: 'docket.example.org' }, '400 host-foreign'],
    ['a host that only begins as ours', { host: 'localhost.example.org' }, '400 host-foreign'],
    ['an address of the network', { host: '192.168.1.7:3000' }, '400 host-foreign'],
    ['a page of another site', { origin: 'https://example.org' }, '403 origin-foreign'],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }, '403 origin-foreign'],
    ['a page without an origin', { origin: 'null' }, '403 origin-foreign'],
    ['an origin that is none', { origin: 'not an origin' }, '403 origin-foreign'],
    ['a proxy: Forwarded', { forwarded: 'for=10.0.0.1' }, '400 forwarded'],
    ['a proxy: X-Forwarded-For', { 'x-forwarded-for': '10.0.0.1' }, '400 forwarded'],
    ['a proxy: X-Forwarded-Host', { 'x-forwarded-host': 'localhost' }, '400 forwarded'],
    ['a proxy: X-Real-IP', { 'x-real-ip': '10.0.0.1' }, '400 forwarded'],
    ['a proxy: Via', { via: '1.1 somewhere' }, '400 forwarded'],
  ])('refuses %s', async (_, headers, refused) => expect(inShort(await ask(headers))).toBe(refused));

  it('lets in what comes from this machine', async () => {
    const ours: readonly Record<string, string>[] = [
      {},
      { host: `localhost:${address.port}` },
      { host: address.host, origin: address.origin },
    ];
    expect(await Promise.all(ours.map(async (headers) => (await ask(headers)).status))).toEqual([
      200, 200, 200,
    ]);
  });

  const sessionKey = async (): Promise<string> => {
    const kept = await office.docket.running.system.adapters.records.get('secret', 'session-key');
    return Buffer.from(kept?.bytes ?? []).toString('utf8');
  };
  const soon = () => new Date(Date.now() + 60_000).toISOString();
  const past = '2020-01-01T00:00:00.000Z';

  it.each([
    ['forged', async () => signSession({ person: 'p-maya', until: soon() }, 'a key that is not ours')],
    ['over', async () => signSession({ person: 'p-maya', until: past }, await sessionKey())],
    [
      'of somebody unknown',
      async () => signSession({ person: 'p-nobody', until: soon() }, await sessionKey()),
    ],
    ['of the operator', async () => signSession({ person: 'operator', until: soon() }, await sessionKey())],
    [
      'altered',
      async () => {
        const [, signature] = signSession({ person: 'p-anna', until: soon() }, await sessionKey()).split('.');
        return `${Buffer.from(JSON.stringify({ person: 'p-maya', until: soon() })).toString('base64url')}.${signature}`;
      },
    ],
    ['empty', async () => ''],
    ['no session at all', async () => '%E0%A4%A.é'],
  ])(
    'knows nobody by a session that is %s: reads go on as a visitor, writes are refused, the cookie is cleared',
    async (_, make) => {
      const headers = { cookie: `docket_session=${Buffer.from(await make()).toString('latin1')}` };
      const before = await office.head();
      const read = await ask(headers);
      expect([read.status, read.body.rows]).toEqual([200, (await ask({})).body.rows]);
      const asWhom = await ask(headers, 'GET', '/api/v1/session');
      expect(asWhom.body).toEqual((await ask({}, 'GET', '/api/v1/session')).body);
      const page = await office.docket.visitor.ask('GET', '/', { headers });
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      const written = await ask({ ...headers, 'idempotency-key': 'a-key-of-eight' }, 'POST');
      expect(inShort(written)).toBe('401 session-invalid');
      for (const answer of [read, asWhom, page, written])
        expect(answer.headers.get('set-cookie')).toBe(
          'docket_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
        );
      const opened = await office.docket.visitor.ask('POST', '/api/v1/session', {
        headers,
        body: { person: 'p-maya' },
      });
      expect([opened.status, opened.headers.getSetCookie()]).toEqual([
        200,
        [expect.stringMatching(/^docket_session=[^;]+; Max-Age=43200; .*HttpOnly; SameSite=Strict$/)],
      ]);
      expect(await office.head()).toBe(before);
    },
  );

  it('leaves alone a cookie that is good, and whoever shows none', async () => {
    const good = signSession({ person: 'p-maya', until: soon() }, await sessionKey());
    const answers = [await ask({}), await ask({ cookie: `docket_session=${good}` })];
    expect(answers.map(({ status, headers }) => [status, headers.get('set-cookie')])).toEqual([
      [200, null],
      [200, null],
    ]);
  });

  it.each([
    ['a wrong secret', 'Bearer 0000000000000000000000000000000000000000000'],
    ['a wrong secret of as many letters and more bytes', `Bearer ${'\u00e9'.repeat(43)}`],
    ['no secret', 'Bearer '],
    ['another scheme', 'Basic b3BlcmF0b3I6'],
  ])('refuses an operator with %s, on writes and reads', async (_, authorization) => {
    const asked = [
      await ask({ authorization }, 'POST', '/api/v1/operator/rebuild'),
      await ask({ authorization }),
    ];
    expect(asked.map((answer) => [inShort(answer), answer.headers.get('set-cookie')])).toEqual([
      ['401 session-invalid', null],
      ['401 session-invalid', null],
    ]);
  });

  it.each([
    ['PATCH', '/api/v1/portfolios', 'GET, HEAD, POST'],
    ['DELETE', '/api/v1/portfolios', 'GET, HEAD, POST'],
    ['OPTIONS', '/api/v1/portfolios', 'GET, HEAD, POST'],
    ['GET', '/api/v1/operator/rebuild', 'POST'],
    ['POST', '/health/live', 'GET, HEAD'],
  ])('names the methods an address takes where %s %s is not one', async (method, path, allowed) => {
    const answer = await ask({}, method, path);
    expect([inShort(answer), answer.headers.get('allow')]).toEqual(['405 method-not-allowed', allowed]);
  });

  it('answers HEAD as GET, without a body', async () => {
    const answer = await ask({}, 'HEAD');
    expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([
      200,
      'application/json; charset=utf-8',
      '',
    ]);
  });

  it.each([
    ['nothing', '/api/v1/nothing', '404 route-unknown'],
    ['nothing, with a body of an address', '/api/v2/portfolios', '404 route-unknown'],
    ['a broken percent sign', '/api/v1/portfolios/%E0%A4%A', '400 request-malformed'],
    ['an endless part', `/api/v1/portfolios/${'x'.repeat(5_000)}`, '400 request-malformed'],
  ])('says so where there is %s', async (_, path, problem) =>
    expect(inShort(await ask({}, 'GET', path))).toBe(problem),
  );

  /** What is answered to bytes that may be no request at all. */
  const raw = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(address.port), address.hostname, () => socket.write(bytes));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString('utf8')));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });

  it.each([
    ['a request without a host', 'GET /api/v1/portfolios HTTP/1.0\r\n\r\n', 'HTTP/1.1 400', 'host-foreign'],
    ['what is no request', 'NOT HTTP AT ALL\r\n\r\n', 'HTTP/1.1 400', 'request-malformed'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
      'HTTP/1.1 431',
      'headers-too-large',
    ],
  ])('answers %s with a problem', async (_, bytes, status, code) => {
    const answer = await raw(bytes);
    expect([
      answer.startsWith(status),
      answer.includes('application/problem+json'),
      JSON.parse(answer.split('\r\n\r\n')[1] ?? '').code,
    ]).toEqual([true, true, code]);
  });

  it('gives every page and answer the headers that keep a browser from harm', async () => {
    const { headers } = await ask({}, 'GET', '/api/v1/nothing');
    expect(
      ['content-security-policy', 'x-content-type-options', 'referrer-policy'].map(
        (name) => headers.get(name)?.split(';')[0],
      ),
    ).toEqual(["default-src 'none'", 'nosniff', 'same-origin']);
  });
});
