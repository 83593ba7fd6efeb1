import { NoAnswer } from './open-questions';
import { Telling } from './telling';

describe('telling of trouble with Redis', () => {
  const told: string[] = [];
  let now = 0;
  const telling = () =>
    new Telling(
      'redis://here',
      (what, error) => told.push(error instanceof Error ? `${what}: ${error.message}` : what),
      () => now,
    );
  beforeEach(() => {
    told.splice(0);
    now = 0;
  });

  it('says once that it is away, and once that it is back', () => {
    const one = telling();
    expect(one.connected()).toBe(false);
    for (let times = 0; times < 5; times++) one.trouble(new Error('refused'), false);
    expect([one.connected(), one.connected()]).toEqual([true, false]);
    expect(told).toEqual([
      'the job queue, Redis at redis://here, does not answer: refused',
      'the job queue, Redis at redis://here, answers again',
    ]);
  });

  it('does not say twice that a connection broke: once it does not stand is soon enough', () => {
    const one = telling();
    one.trouble(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }), true);
    one.trouble(new Error('Connection is closed.'), true);
    one.trouble(Object.assign(new Error('Missing lock for job 1'), { code: -2 }), true);
    expect(told).toEqual(['the job queue, Redis at redis://here, is in trouble: Missing lock for job 1']);
  });

  it('says anything else at most once a minute', () => {
    const one = telling();
    for (const at of [0, 1_000, 59_999, 60_000, 60_001]) {
      now = at;
      one.trouble(new Error('OOM'), true);
      if (at < 2_000) one.trouble(new Error('LOADING'), true);
    }
    const [oom, loading] = ['OOM', 'LOADING'].map(
      (message) => `the job queue, Redis at redis://here, is in trouble: ${message}`,
    );
    expect(told).toEqual([oom, loading, oom]);
  });

  const silence = new Error('no answer', { cause: new NoAnswer('no answer within 2000 ms') });

  it('takes silence for an outage although the connection stands; any answer ends it', () => {
    const one = telling();
    for (let times = 0; times < 3; times++) one.trouble(silence, true);
    one.answered();
    one.answered();
    expect(told).toEqual([
      'the job queue, Redis at redis://here, does not answer: no answer',
      'the job queue, Redis at redis://here, answers again',
    ]);
  });

  it('says that other trouble is over after a minute without any, and once', () => {
    const one = telling();
    for (const at of [0, 30_000]) {
      now = at;
      one.trouble(new Error('OOM'), true);
    }
    for (const at of [60_000, 89_999, 90_000, 180_000]) {
      now = at;
      one.answered();
    }
    expect(told).toEqual([
      'the job queue, Redis at redis://here, is in trouble: OOM',
      'the job queue, Redis at redis://here, answers again',
    ]);
  });
});
