import { openPool, UnsuitableDatabase } from '.';
import { refuseAmbiguous, refuseInsecure } from './refuse-insecure';

const refused = (url: string, allowInsecure = false) => {
  try {
    refuseInsecure(url, allowInsecure);
    return 'taken';
  } catch (error) {
    return error instanceof UnsuitableDatabase ? error.message : error;
  }
};

describe('an address of PostgreSQL', () => {
  beforeEach(() => void jest.spyOn(process, 'emitWarning').mockImplementation());
  afterEach(() => void jest.restoreAllMocks());

  it.each([
    'postgres://docket@127.0.0.1:5432/docket',
    'postgres://docket@127.8.9.10/docket',
    'postgres://docket@localhost/docket?sslmode=disable',
    'postgres://docket@[::1]:5432/docket',
    'postgres://docket@/docket?host=/var/run/postgresql',
    'postgres:///docket',
  ])('is taken without TLS where nothing leaves this machine: %s', (url) =>
    expect(refused(url)).toBe('taken'),
  );

  it.each([
    'postgres://docket:s3cret@db.example.org/docket?sslmode=verify-full',
    'postgres://docket:s3cret@db.example.org/docket?sslmode=no-verify',
    'postgres://docket:s3cret@db.example.org/docket?ssl=true',
  ])('is taken where the driver wants TLS and falls back to nothing: %s', (url) =>
    expect(refused(url)).toBe('taken'),
  );

  it.each([
    ['postgres://docket:s3cret@db.example.org/docket', 'db.example.org:5432'],
    ['postgres://docket:s3cret@10.0.0.7:5433/docket?sslmode=disable', '10.0.0.7:5433'],
    ['postgres://docket:s3cret@127.0.0.1/docket?host=10.0.0.7', '10.0.0.7:5432'],
    ['postgres://docket:s3cret@127.0.0.1.example.org/docket?ssl=0', '127.0.0.1.example.org:5432'],
  ])('is refused without TLS on another machine, and taken when told to: %s', (url, place) => {
    expect(refused(url)).toBe(
      `PostgreSQL at ${place} is on another machine, and without TLS everybody on the way reads and changes what is said to it. ` +
        'Give that server a certificate and add ?sslmode=verify-full to its address; in a network that is closed to all others, DOCKET_INSECURE=on takes it as it is.',
    );
    expect(refused(url, true)).toBe('taken');
  });

  it.each(['prefer', 'require', 'verify-ca'])(
    'is refused where its sslmode=%s says one thing here and another elsewhere, before the driver warns of it',
    async (mode) => {
      const refusal = await openPool(
        `postgres://docket:s3cret@db.example.org:5433/docket?sslmode=${mode}`,
      ).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(UnsuitableDatabase);
      expect(String(refusal)).toContain(
        `PostgreSQL at db.example.org:5433: sslmode=${mode} in its address does not say whether its certificate is checked`,
      );
      expect(String(refusal)).toMatch(/Write sslmode=verify-full, .* or sslmode=no-verify/);
      expect(String(refusal)).not.toContain('s3cret');
      expect(process.emitWarning).not.toHaveBeenCalled();
    },
  );

  it.each(['verify-full', 'no-verify', 'disable', 'require&uselibpqcompat=true'])(
    'is taken where it says what is meant: sslmode=%s',
    (mode) => {
      const url = `postgres://docket@127.0.0.1/docket?sslmode=${mode}`;
      expect(() => refuseAmbiguous(url)).not.toThrow();
      expect(refused(url)).toBe('taken');
      expect(process.emitWarning).not.toHaveBeenCalled();
    },
  );

  it('that is refused is never spoken to', async () =>
    expect(openPool('postgres://docket:s3cret@192.0.2.1/docket')).rejects.toThrow(
      'PostgreSQL at 192.0.2.1:5432 is on another machine',
    ));
});
