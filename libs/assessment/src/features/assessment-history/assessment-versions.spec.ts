import type { RowVersion } from '@docket/kernel';
import type { AssessmentRow, AssessmentWordsRow } from '../../assessment.projection';
import { versionsOf } from './assessment-versions';

const noon = '2026-03-02T12:00:00.000Z';
const given = (
  validFrom: number,
  points: Readonly<Record<string, string>>,
  over: Partial<AssessmentRow> = {},
): RowVersion<AssessmentRow> => ({
  ...{ key: 'a', scope: 'p', validFrom },
  row: {
    ...{ project: 'b', model: 'm', assessor: 'mia', status: 'given' },
    ratings: Object.entries(points).map(([criterion, each]) => ({ criterion, points: each })),
    ...{ changed_at: noon, changed_by: 'mia', revision: validFrom },
    ...over,
  },
});
const said = (
  validFrom: number,
  reasons: Readonly<Record<string, string>>,
  over: Partial<AssessmentWordsRow> = {},
): RowVersion<AssessmentWordsRow> => ({
  ...{ key: 'a', scope: 'p', validFrom },
  row: {
    reasons: Object.entries(reasons).map(([criterion, reason]) => ({ criterion, reason })),
    ...{ comment: null, withdrawn_for: null },
    ...over,
  },
});
const told = (rows: readonly RowVersion<AssessmentRow>[], words: readonly RowVersion<AssessmentWordsRow>[]) =>
  versionsOf(rows, words, (criterion) => criterion.toUpperCase());
const later = '2026-03-03T12:00:00.000Z';

describe('what was done to an assessment', () => {
  it('is one act where several events came of one append', () =>
    expect(
      told(
        [given(4, { fit: '2' }), given(5, { fit: '2', reach: '3' })],
        [said(4, { fit: 'So.' }), said(5, { fit: 'So.', reach: 'Far.' })],
      ),
    ).toEqual([
      {
        ...{ kind: 'given', at: noon, by: 'mia', events: [4, 5], comment: null, reason: null },
        ratings: [
          { criterion: 'fit', name: 'FIT', from: null, to: '2', reason: 'So.', number: 4 },
          { criterion: 'reach', name: 'REACH', from: null, to: '3', reason: 'Far.', number: 5 },
        ],
      },
    ]));

  it('is an act of its own at another moment, and by somebody else', () => {
    const acts = told(
      [
        given(4, { fit: '2' }),
        given(9, { fit: '3' }, { changed_at: later }),
        given(10, {}, { changed_at: later, changed_by: 'pmo', status: 'withdrawn' }),
      ],
      [said(4, { fit: 'So.' }), said(9, { fit: 'No.' }), said(10, {}, { withdrawn_for: 'Asked too early.' })],
    );
    expect(acts.map(({ kind, by, events, reason }) => [kind, by, events, reason])).toEqual([
      ['given', 'mia', [4], null],
      ['revised', 'mia', [9], null],
      ['withdrawn', 'pmo', [10], 'Asked too early.'],
    ]);
  });

  it('is a revision, too, where only the reason is another', () =>
    expect(
      told(
        [given(4, { fit: '2' }), given(9, { fit: '2' }, { changed_at: later })],
        [said(4, { fit: 'So.' }), said(9, { fit: 'Because of the river.' })],
      )[1]?.ratings,
    ).toEqual([
      { criterion: 'fit', name: 'FIT', from: '2', to: '2', reason: 'Because of the river.', number: 9 },
    ]));

  it('is a comment alone where nothing else changed', () =>
    expect(
      told(
        [given(4, { fit: '2' }), given(9, { fit: '2' }, { changed_at: later })],
        [said(4, { fit: 'So.' }), said(9, { fit: 'So.' }, { comment: 'Seen again.' })],
      )[1],
    ).toMatchObject({ kind: 'revised', ratings: [], comment: { from: null, to: 'Seen again.' } }));

  it('is given anew after it was withdrawn, though at the same moment', () =>
    expect(
      told(
        [given(4, { fit: '2' }), given(5, {}, { status: 'withdrawn' }), given(6, { fit: '1' })],
        [said(4, { fit: 'So.' }), said(5, {}, { withdrawn_for: 'A slip.' }), said(6, { fit: 'Now.' })],
      ).map(({ kind, ratings }) => [kind, ratings.map(({ from, to }) => [from, to])]),
    ).toEqual([
      ['given', [[null, '2']]],
      ['withdrawn', [['2', null]]],
      ['given', [[null, '1']]],
    ]));

  it('is nothing before it was given', () => expect(told([], [])).toEqual([]));
});
