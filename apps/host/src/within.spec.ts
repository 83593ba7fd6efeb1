import { within } from './within';

const never = new Promise<string>(() => undefined);
const unneeded = () => 'late';

describe('waiting so long and no longer', () => {
  it('gives what the work gives, and leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const before = timers();
    expect(await within(600_000, Promise.resolve('done'), unneeded)).toBe('done');
    expect(timers()).toBe(before);
  });

  it('fails with what the work fails with', async () =>
    expect(within(600_000, Promise.reject(new Error('no')), unneeded)).rejects.toThrow(new Error('no')));

  it('gives what is given instead once that time has passed', async () =>
    expect(await within(1, never, () => 'late')).toBe('late'));

  it('fails with what is thrown instead', async () => {
    const silent = () => {
      throw new Error('It says nothing.');
    };
    await expect(within(1, never, silent)).rejects.toThrow(new Error('It says nothing.'));
  });

  it('lets nobody hear of work that fails when it is too late', async () => {
    const work = Promise.withResolvers<string>();
    expect(await within(1, work.promise, () => 'late')).toBe('late');
    work.reject(new Error('nobody listens'));
    await new Promise(setImmediate);
  });
});
