import type { Recorded } from '@docket/kernel';
import * as fc from 'fast-check';
import { afterJudged, afterPublished, afterWithdrawn, countingConfidence } from './confidence-in-row';
import type { ConfidenceInRow } from './confidence.tables';
import type { DeliveryConfidenceJudged, DeliveryConfidenceWithdrawn, StatusReported } from './domain/project';
import { whyItCounts } from './features/find-confidence/why-it-counts';
import type { ProjectRow } from './project.tables';

const begun = { confidences: [] as readonly ConfidenceInRow[] } as ProjectRow;
const at = (revision: number, origin: 'live' | 'import') =>
  ({ id: `e${revision}`, revision, meta: { origin } }) as Recorded;
const list = (revision: number, reportedFor: string, rating?: string, origin: 'live' | 'import' = 'import') =>
  ({
    ...at(revision, origin),
    type: 'StatusReported',
    data: {
      projectId: 'p',
      reportedFor,
      figures: {},
      ...(rating ? { confidence: { scale: 'ipa-5', rating } } : {}),
    },
  }) as Recorded<StatusReported>;
const judged = (revision: number, judgedFor: string, reviewer: string, rating = 'green') =>
  ({
    ...at(revision, 'live'),
    type: 'DeliveryConfidenceJudged',
    data: { projectId: 'p', judgedFor, reviewer, scale: 'ipa-3', rating, reason: 'So.' },
  }) as Recorded<DeliveryConfidenceJudged>;
const withdrawn = (judgedFor: string, reviewer: string) =>
  ({ data: { projectId: 'p', judgedFor, reviewer } }) as Recorded<DeliveryConfidenceWithdrawn>;

type Step = (row: ProjectRow) => ProjectRow;
const publishing =
  (...given: Parameters<typeof list>): Step =>
  (row) =>
    afterPublished(row, list(...given));
const judging =
  (...given: Parameters<typeof judged>): Step =>
  (row) =>
    afterJudged(row, judged(...given));
const withdrawing =
  (...given: Parameters<typeof withdrawn>): Step =>
  (row) =>
    afterWithdrawn(row, withdrawn(...given));
const after = (...steps: readonly Step[]): ProjectRow => steps.reduce((row, step) => step(row), begun);
const counts = (row: ProjectRow) => countingConfidence(row)?.eventId;

describe('a judgement by whoever has come to have a part', () => {
  const row = after(judging(0, '2020-01-01', 'carl'), judging(1, '2020-02-01', 'dina', 'red'));

  it.each(['proposer', 'sponsor', 'manager'] as const)('does not count while they are the %s', (part) =>
    expect(counts({ ...row, [part]: 'dina' })).toBe('e0'),
  );

  it('counts again once they are not: nothing was removed', () => {
    expect(counts({ ...row, sponsor: 'carl' })).toBe('e1');
    expect(counts({ ...row, sponsor: 'carl', manager: 'dina' })).toBeUndefined();
  });
});

describe('what counts as the delivery confidence of a project', () => {
  it.each<[string, readonly Step[], string | undefined, string, (readonly string[])?, boolean?]>([
    ['nothing where nobody said any', [], undefined, 'No list has rated it, and nobody has judged it.'],
    [
      'what the latest list published',
      [publishing(0, '2018-07-01', 'red'), publishing(1, '2019-07-01', 'amber')],
      'e1',
      'The list of 2019-07-01 rates it, and nobody has judged it since.',
    ],
    [
      'nothing where the latest list published none',
      [publishing(0, '2018-07-01', 'red'), publishing(1, '2019-07-01')],
      undefined,
      'The list of 2019-07-01 rates it no more, and nobody has judged it since.',
    ],
    [
      'the judgement of a later day than the list',
      [publishing(0, '2018-07-01', 'red'), judging(1, '2020-01-01', 'dina')],
      'e1',
      'dina judged it for 2020-01-01, the latest day that anybody did.',
    ],
    [
      'the list, where the judgement is for a day before it',
      [publishing(0, '2018-07-01', 'red'), judging(1, '2017-01-01', 'dina')],
      'e0',
      'The list of 2018-07-01 rates it, and nobody has judged it since.',
    ],
    [
      'the latest day, not what was recorded last',
      [judging(0, '2020-02-01', 'dina'), judging(1, '2020-01-01', 'bea')],
      'e0',
      'dina judged it for 2020-02-01, the latest day that anybody did.',
    ],
    [
      'of one day what was recorded last',
      [judging(0, '2020-02-01', 'dina'), judging(1, '2020-02-01', 'bea')],
      'e1',
      'bea judged it for 2020-02-01, the latest day; of 2 that are for it, this was recorded last.',
    ],
    [
      'of one day a judgement put right, which was recorded last',
      [judging(0, '2020-02-01', 'dina'), judging(1, '2020-02-01', 'bea'), judging(2, '2020-02-01', 'dina')],
      'e2',
      'dina judged it for 2020-02-01, the latest day; of 2 that are for it, this was recorded last.',
    ],
    [
      'the one before, once a judgement is withdrawn',
      [publishing(0, '2018-07-01', 'red'), judging(1, '2020-02-01', 'bea'), withdrawing('2020-02-01', 'bea')],
      'e0',
      'The list of 2018-07-01 rates it, and every judgement of it since was withdrawn.',
      ['2020-02-01'],
    ],
    [
      'the list, whatever was withdrawn of a day before it',
      [publishing(0, '2018-07-01', 'red'), judging(1, '2017-01-01', 'bea'), withdrawing('2017-01-01', 'bea')],
      'e0',
      'The list of 2018-07-01 rates it, and nobody has judged it since.',
      ['2017-01-01'],
    ],
    [
      'nothing where every judgement was withdrawn',
      [judging(0, '2020-02-01', 'bea'), withdrawing('2020-02-01', 'bea')],
      undefined,
      'No list has rated it, and every judgement of it was withdrawn.',
      ['2020-02-01'],
    ],
    [
      'nothing where all that was judged is of people who have a part in it',
      [],
      undefined,
      'No list has rated it, and no judgement of it counts: each was withdrawn, or is of somebody who has a part in it.',
      ['2020-02-01'],
      false,
    ],
  ])('is %s', (_, steps, eventId, why, days = [], isWithdrawn = true) => {
    const judged = days.map((day) => ({ day, isWithdrawn }));
    const row = after(...steps);
    expect([counts(row), whyItCounts(row.confidences, judged)]).toEqual([eventId, why]);
  });

  it('is not touched by what somebody reports of today, also where it once carried a rating', () => {
    const row = after(judging(0, '2020-02-01', 'dina'));
    expect(afterPublished(row, list(1, '2020-03-01', undefined, 'live'))).toBe(row);
    expect(afterPublished(row, list(1, '2020-03-01', 'green', 'live'))).toBe(row);
  });

  it('is the last of the latest day among all that stand, whatever comes in which order', () => {
    const day = fc.constantFrom('2019-01-01', '2019-02-01', '2019-03-01');
    const reviewer = fc.constantFrom('dina', 'bea');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('list' as const), day, rated: fc.boolean() }),
      fc.record({ kind: fc.constant('judged' as const), day, reviewer }),
      fc.record({ kind: fc.constant('withdrawn' as const), day, reviewer }),
    );
    type Told = Readonly<{ day: string; who: string; eventId: string; rated: boolean }>;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        let row = begun;
        let told: readonly Told[] = [];
        for (const [n, one] of steps.entries()) {
          const who = one.kind === 'list' ? `list ${n}` : one.reviewer;
          told = told.filter((other) => other.day !== one.day || other.who !== who);
          if (one.kind === 'withdrawn') row = afterWithdrawn(row, withdrawn(one.day, one.reviewer));
          else {
            const rated = one.kind === 'judged' || one.rated;
            told = [...told, { day: one.day, who, eventId: `e${n}`, rated }];
            row =
              one.kind === 'judged'
                ? afterJudged(row, judged(n, one.day, one.reviewer))
                : afterPublished(row, list(n, one.day, one.rated ? 'red' : undefined));
          }
        }
        const latest = told.map((one) => one.day).reduce((a, b) => (a > b ? a : b), '');
        const last = told.filter((one) => one.day === latest).at(-1);
        expect(counts(row)).toBe(last?.rated ? last.eventId : undefined);
      }),
    );
  });
});
