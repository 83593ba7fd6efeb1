import { assertUsable, ServersUnusable, type StartCheck } from './start-checks';

const check = (setting: string, fault?: string, address = 'esdb://127.0.0.1:2113'): StartCheck => ({
  setting,
  address,
  check: async () => {
    if (fault !== undefined) throw new Error(fault);
  },
});

describe('the servers at start', () => {
  it('are tried all, and every one that cannot be used is named at once', async () => {
    const tried = assertUsable([
      check('DOCKET_A', 'it is too old.'),
      check('DOCKET_B'),
      check('DOCKET_C', 'no'),
    ]);
    await expect(tried).rejects.toThrow(new ServersUnusable(['DOCKET_A: it is too old.', 'DOCKET_C: no']));
    await expect(tried).rejects.toThrow(
      '2 servers cannot be used:\n  - DOCKET_A: it is too old.\n  - DOCKET_C: no',
    );
  });

  it('pass where all of them can be used', async () =>
    expect(await assertUsable([check('DOCKET_A'), check('DOCKET_B')])).toBeUndefined());

  it('are told without a password that is not percent-encoded as it should be', async () => {
    const address = 'redis://:50%off@127.0.0.1';
    const tried = assertUsable([check('DOCKET_A', `${address} says no`, address)]);
    await expect(tried).rejects.toThrow('DOCKET_A: redis://:***@127.0.0.1 says no');
  });

  it('are told without the password of a cluster, written and meant', async () => {
    const address = 'esdb://docket:s%2Fcret@n1:2113,n2:2113';
    const meant = address.replace('s%2Fcret', 's/cret');
    const tried = assertUsable([check('DOCKET_A', `${address} failed, also as ${meant}`, address)]);
    await expect(tried).rejects.toThrow(
      'DOCKET_A: esdb://docket:***@n1:2113,n2:2113 failed, also as esdb://docket:***@n1:2113,n2:2113',
    );
  });

  it('are told without a password, even where a driver puts it into its message', async () => {
    const address = 'postgres://docket:s%2Fcret@127.0.0.1/docket?password=other';
    const tried = assertUsable([check('DOCKET_A', `${address} failed`, address)]);
    await expect(tried).rejects.toThrow(
      'DOCKET_A: postgres://docket:***@127.0.0.1/docket?password=*** failed',
    );
  });

  it('are told in our own words, whatever word somebody took for a password', async () => {
    const address = 'postgres://docket:docket@127.0.0.1/docket?password=postgres';
    const said = `${address}: docket may not write to docket. Set postgres right, take the image docket:docket, and docket=on.`;
    await expect(assertUsable([check('DOCKET_A', said, address)])).rejects.toThrow(
      'DOCKET_A: postgres://docket:***@127.0.0.1/docket?password=***: docket may not write to docket. Set postgres right, take the image docket:docket, and docket=on.',
    );
  });

  it('are told without an address that cannot be read', async () => {
    const address = 'esdb://docket:s/cret@:x';
    await expect(assertUsable([check('DOCKET_A', `${address} is none`, address)])).rejects.toThrow(
      'DOCKET_A: *** is none',
    );
  });
});
