import { afterFailure, beginningOf, begunAnew, idOf, lastError, nameOf, spentAttempts } from './job-slip';

const job = { data: { n: 'a1', d: { of: 1 } }, stalledCounter: 0 };

describe('BullMQ’s name for a job', () => {
  it.each(['a:b', '0', '0:1', '42', 'ä€💶', '\0', '%3A', 'id-', '..', 'x'.repeat(200)])(
    'holds no colon, is no number and leads back to the id %j',
    (id) => {
      const name = nameOf(id);
      expect([/^id-[^:\s]+$/.test(name), idOf(name)]).toEqual([true, id]);
    },
  );
});

describe('the slip of a job', () => {
  it('is known by its beginning', () => {
    expect(beginningOf(job.data)).toBe('{"n":"a1"');
    expect(JSON.stringify(job.data).startsWith(beginningOf(job.data))).toBe(true);
  });

  it('counts what failed and what died with its process, until it begins anew', () => {
    const failed = { data: afterFailure(job, 'Error: no'), stalledCounter: 0 };
    const died = { ...failed, stalledCounter: 2 };
    const anew = { data: begunAnew(died), stalledCounter: 2 };
    expect([job, failed, died, anew].map((one) => [spentAttempts(one), lastError(one)])).toEqual([
      [0, undefined],
      [1, 'Error: no'],
      [3, 'Error: no'],
      [0, undefined],
    ]);
    expect(anew.data).toEqual({ n: 'a1', d: { of: 1 }, s: 2 });
    expect(lastError({ ...job, stalledCounter: 1 })).toBe(
      'The process that did it ended before it was done.',
    );
  });

  it('keeps the interval of a repetition', () =>
    expect(begunAnew({ data: { ...job.data, v: 60_000, f: 3, e: 'no' }, stalledCounter: 0 })).toEqual({
      n: 'a1',
      d: { of: 1 },
      v: 60_000,
      s: 0,
    }));
});
