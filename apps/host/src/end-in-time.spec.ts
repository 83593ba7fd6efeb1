import { endInTime } from './end-in-time';

const never = new Promise<void>(() => undefined);

describe('on the way out', () => {
  it('each is ended after the one before it, and nothing is left', async () => {
    const order: string[] = [];
    const ending = (what: string) => ({
      what,
      end: async () => {
        await new Promise(setImmediate);
        order.push(what);
      },
    });
    expect(await endInTime([ending('commands'), ending('batches')], 1_000)).toEqual([]);
    expect(order).toEqual(['commands', 'batches']);
  });

  it('what does not end in time is left and named, and those after it are still told to end', async () => {
    const told: string[] = [];
    const endings = [
      { what: 'a batch that hangs', end: () => never },
      { what: 'the connections', end: async () => void told.push('the connections') },
      { what: 'a job that hangs', end: () => never },
    ];
    expect(await endInTime(endings, 20)).toEqual(['a batch that hangs', 'a job that hangs']);
    expect(told).toEqual(['the connections']);
  });

  it('a failure keeps nobody else from ending', async () => {
    const told: string[] = [];
    const endings = [
      { what: 'the queue', end: () => Promise.reject(new Error('no')) },
      { what: 'the connections', end: async () => void told.push('the connections') },
    ];
    await expect(endInTime(endings, 1_000)).rejects.toThrow('Not everything could be ended.');
    expect(told).toEqual(['the connections']);
  });
});
