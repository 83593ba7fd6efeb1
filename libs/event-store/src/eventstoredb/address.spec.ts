import { addressOf, secretsIn } from './address';

const SECRET = 'pa?ss%2Fword';

describe('an address of EventStoreDB', () => {
  let warned: unknown[];
  const { warn } = console;
  beforeEach(() => {
    warned = [];
    console.warn = (...words: unknown[]) => void warned.push(...words);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('with a slip in the name of an option is taken without it, which is said once and without a secret', () => {
    const { url, notices } = addressOf(
      `esdb://docket:${SECRET}@n1:2113,n2?keepAliveTimout=${SECRET}&Keep-Alive_Timeout=7`,
    );
    expect(url).toBe(`esdb://docket:${SECRET}@n1:2113,n2?Keep-Alive_Timeout=7`);
    expect(notices).toEqual([
      expect.stringContaining('"keepAliveTimout" is no option of it and has no effect: there are tls,'),
    ]);
    expect(String(notices)).not.toContain(SECRET);
    expect(warned).toEqual([]);
  });

  it('that asks for no look at certificates is told what helps instead', () => {
    const { url, notices } = addressOf('esdb://docket:secret@n1?tlsVerifyCert=false');
    expect([url, notices, warned]).toEqual([
      'esdb://docket:secret@n1',
      [expect.stringContaining('tlsVerifyCert has no effect here: name the certificate')],
      [],
    ]);
  });

  it.each(['esdb://127.0.0.1:2113?tls=false', 'esdb://docket:a?b=c@n1,n2/', 'esdb+discover://docket:x@n1'])(
    'with nothing idle in it stays as it is: %s',
    (given) => expect(addressOf(given)).toMatchObject({ url: given, notices: [] }),
  );

  it('has its password as a secret, as it is written and as it is meant', () =>
    expect(secretsIn(`esdb://docket:${SECRET}@n1,n2?tls=true`)).toEqual([SECRET, 'pa?ss/word']));
});
