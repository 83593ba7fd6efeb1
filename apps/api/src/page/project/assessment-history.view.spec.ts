import type { AssessmentHistory } from '@docket/assessment';
import { wordsOf } from '../words.fixture';
import { assessmentHistorySection } from './assessment-history.view';

const at = '2027-01-01T12:00:00.000Z';
const shown = { kept: { portfolio: 'works', asOf: '2027-02-01' }, timeZone: 'UTC' };
const rating = { criterion: 'fit', name: 'Fit', number: 7 };
const did = { at, by: 'p-bea', events: [7], comment: null, reason: null };
const history: AssessmentHistory = {
  project: { id: 'b', name: 'Bridge' },
  assessments: [
    {
      ...{ id: 'a', model: { id: 'm', name: 'Worth' }, assessor: 'p-bea', status: 'withdrawn' },
      notCounted: 'manager',
      versions: [
        { ...did, kind: 'given', ratings: [{ ...rating, from: null, to: '2', reason: 'So.' }] },
        {
          ...{ ...did, kind: 'revised', comment: { from: null, to: 'Seen again.' } },
          ratings: [{ ...rating, from: '2', to: '4', reason: 'Seen.', number: 9 }],
        },
        {
          ...{ ...did, kind: 'withdrawn', by: 'p-otto', reason: 'A slip.', comment: { from: 'x', to: null } },
          ratings: [{ ...rating, from: '4', to: null, reason: null, number: 12 }],
        },
      ],
    },
  ],
};

describe('what became of the assessments of a project', () => {
  const said = wordsOf(assessmentHistorySection(history, shown));

  it.each([
    'Bea Novak (p-bea) by Worth: given, revised, withdrawn; not counted: now its manager',
    'given by Bea Novak (p-bea) on 2027-01-01 Fit: 2, “So.” (event 7)',
    'Fit: 4 instead of 2, “Seen.” (event 9) Of the whole: “Seen again.”',
    'withdrawn by Otto Lindqvist (p-otto) on 2027-01-01: “A slip.” Fit: no longer rated 4 (event 12) Of the whole: nothing any more',
  ])('says: %s', (part) => expect(said).toContain(part));

  it('leads to each event at the moment that is shown', () =>
    expect(assessmentHistorySection(history, shown)[0]?.body.text).toContain(
      'href="/events/9?portfolio=works&amp;asOf=2027-02-01"',
    ));

  it('is no part of the page where nobody ever assessed', () =>
    expect(assessmentHistorySection({ ...history, assessments: [] }, shown)).toEqual([]));
});
