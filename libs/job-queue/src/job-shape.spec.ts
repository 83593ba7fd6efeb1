import { JobRefused, type Job, type Json } from '@docket/kernel';
import {
  checkInterval,
  checkJob,
  checkProgress,
  dueAt,
  LONGEST_ID,
  LONGEST_INTERVAL,
  MOST_DATA,
} from './job-shape';

const job = (given: Partial<Job> = {}): Job => ({ kind: 'close-ballot', id: 'm-1', data: {}, ...given });

const refusalOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof JobRefused ? error.message : `not refused but failed: ${String(error)}`;
  }
};

describe('the shape of a job', () => {
  it.each(['a', 'close-ballot', 'k9-', 'a'.repeat(60)])('takes the kind "%s"', (kind) =>
    expect(refusalOf(() => checkJob(job({ kind })))).toBeUndefined(),
  );

  it.each(['', 'A', '9a', '-a', 'close_ballot', 'close:ballot', 'a b', 'ä', 'a'.repeat(61)])(
    'refuses the kind "%s"',
    (kind) =>
      expect(refusalOf(() => checkJob(job({ kind })))).toBe(
        `The kind of a job is up to 60 lower-case letters, digits and dashes, a letter first, and not "${kind}".`,
      ),
  );

  it.each(['x', ':', '0:1', '42', '../..', 'ä €', '\0', 'x'.repeat(LONGEST_ID)])('takes the id %j', (id) =>
    expect(refusalOf(() => checkJob(job({ id })))).toBeUndefined(),
  );

  it.each([
    ['', 'The id of a job has from 1 to 200 characters, and not 0.'],
    ['x'.repeat(LONGEST_ID + 1), 'The id of a job has from 1 to 200 characters, and not 201.'],
    ['\ud800', 'The id of a job holds half a character.'],
  ])('refuses the id %j', (id, message) => expect(refusalOf(() => checkJob(job({ id })))).toBe(message));

  it.each<[Json, string | undefined]>([
    [null, undefined],
    [{ deep: [{ er: 1.5 }] }, undefined],
    ['x'.repeat(MOST_DATA - 2), undefined],
    [Number.NaN, 'The data of a job is JSON: data is NaN.'],
    [{ text: '\ud800' }, 'The data of a job is JSON: data.text holds half a character.'],
    [
      'ä'.repeat(MOST_DATA / 2),
      'The data of a job weighs up to 65536 bytes, and not 65538: keep what is large elsewhere and let the job name it.',
    ],
  ])('takes data that is JSON and small, and no other', (data, message) =>
    expect(refusalOf(() => checkJob(job({ data })))).toBe(message),
  );

  it('refuses data that hold themselves, and such that go deeper than can be written', () => {
    const circle: Record<string, Json> = {};
    circle.round = circle;
    const deep = Array.from({ length: 100_000 }).reduce<Json>((inner) => [inner], 0);
    for (const data of [circle, deep])
      expect(refusalOf(() => checkJob(job({ data })))).toBe(
        'The data of a job is JSON: data goes deeper than can be written.',
      );
  });

  it('is due at an instant, and at nothing else', () => {
    expect(dueAt('2026-11-28T09:00:00.000Z')).toBe(1_795_856_400_000);
    expect(refusalOf(() => dueAt('2026-11-28'))).toBe(
      'A job is due at an instant like 2026-11-28T09:00:00.000Z, and not "2026-11-28".',
    );
  });

  it.each([1, 60_000, LONGEST_INTERVAL])('is repeated every %d milliseconds', (everyMs) =>
    expect(refusalOf(() => checkInterval(everyMs))).toBeUndefined(),
  );

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, LONGEST_INTERVAL + 1])(
    'is not repeated every %d milliseconds',
    (everyMs) =>
      expect(refusalOf(() => checkInterval(everyMs))).toBe(
        `A job is repeated every 1 to ${LONGEST_INTERVAL} whole milliseconds, and not ${everyMs}.`,
      ),
  );

  it('tells its progress in numbers', () => {
    expect(refusalOf(() => checkProgress(3, undefined))).toBeUndefined();
    expect(refusalOf(() => checkProgress(3, 10.5))).toBeUndefined();
    expect(refusalOf(() => checkProgress(Number.NaN, 10))).toBe(
      'Progress is told in numbers, and not as NaN of 10.',
    );
  });
});
