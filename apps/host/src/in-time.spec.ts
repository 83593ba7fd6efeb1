import { inTime, Silent } from './in-time';

describe('a question with little time', () => {
  it('is answered, and then waits for nothing', async () => expect(await inTime(async () => 7, 20)).toBe(7));

  it('is given up, and told so', async () => {
    const given: AbortSignal[] = [];
    const ask = (signal: AbortSignal) => (given.push(signal), new Promise<never>(() => undefined));
    await expect(inTime(ask, 20)).rejects.toEqual(new Silent('It said nothing for 20 ms.'));
    expect(given[0]?.aborted).toBe(true);
  });

  it('is answered when only this thread was busy meanwhile', async () => {
    const answer = async () => {
      await Promise.resolve();
      const said = new Promise<string>((resolve) =>
        setImmediate(() => setImmediate(() => resolve('in time'))),
      );
      for (const end = performance.now() + 30; performance.now() < end;);
      return said;
    };
    expect(await inTime(answer, 20)).toBe('in time');
  });

  it('fails as it fails', async () =>
    expect(inTime(() => Promise.reject(new TypeError('a bug')), 20)).rejects.toThrow('a bug'));
});
