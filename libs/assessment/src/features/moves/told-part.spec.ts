import type { FieldDifference, ProjectRow } from '@docket/project';
import type { AssessmentRow } from '../../assessment.projection';
import { readyModel } from '../../domain/ranking/ready-model';
import { aRisingCriterion, aDefinition, aRatedCriterion } from '../../domain/scoring-model/models.fixture';
import { KnownComponents } from './known-components';
import type { Seen } from './seen';
import { FIELDS_TOLD, toldChanges } from './told-part';

const definition = aDefinition([aRatedCriterion({ weight: '0.5' }), aRisingCriterion({ weight: '0.5' })]);
const model = readyModel(definition);

const row = (over: Partial<ProjectRow> = {}): ProjectRow => ({
  revision: 0,
  ...{ portfolio: 'p', name: 'Bridge', department: null, category: null, reference: null },
  ...{ status: 'proposed', since: '2026-01-01', absent_from: null, open_motion: null, baseline: null },
  ...{ proposer: 'ada', sponsor: 'grace', manager: 'linus', reports: 0, finishes: [], first_finish: null },
  business_case: { wholeLifeCost: '2', expectedBenefits: null, start: '2026-01-01', finish: '2027-01-01' },
  ...{ status_since: '2026-01-01T00:00:00.000Z', declined: [], interested: [] },
  ...{ confidences: [], last_report: null, previous_report: null, said: [], must_have: null, node: null },
  ...over,
});
const rating = (assessor: string, points: string): AssessmentRow => ({
  ...{ project: 'b', model: 'm', assessor, status: 'given', ratings: [{ criterion: 'fit', points }] },
  ...{ changed_at: '2026-01-01T00:00:00.000Z', changed_by: assessor, revision: 0 },
});

/** A component as it is known with this row and these ratings. */
const seen = (given: ProjectRow, ...ratings: readonly AssessmentRow[]): Seen | undefined => {
  const components = new KnownComponents(definition);
  components.project('b', given);
  for (const one of ratings) components.assessment(one.assessor, one);
  return components.seen('b');
};
const told = (before: Seen | undefined, after: Seen | undefined, stated?: readonly FieldDifference[]) =>
  toldChanges({ before, after }, model, stated);

describe('what an event changed of a component', () => {
  it('is value and points of each criterion that has others now', () => {
    const cheaper = row({ business_case: { ...row().business_case!, wholeLifeCost: '1.5' } });
    expect(told(seen(row()), seen(cheaper)).changes).toEqual([
      {
        ...{ criterion: 'cost', name: 'Cost', unit: 'GBP' },
        ...{ from: '2', to: '1.5', points: { from: '2', to: '1' } },
      },
    ]);
  });

  it('is a value that stays on its step, too', () => {
    const dearer = row({ business_case: { ...row().business_case!, wholeLifeCost: '2.9' } });
    expect(told(seen(row()), seen(dearer)).changes).toMatchObject([
      { from: '2', to: '2.9', points: { from: '2', to: '2' } },
    ]);
  });

  it('is each rating that counts now and did not, counts no longer, or has other points', () => {
    const before = seen(row(), rating('mia', '2'), rating('noor', '4'), rating('omar', '5'));
    const after = seen(
      row({ manager: 'omar' }),
      rating('mia', '3'),
      rating('noor', '4'),
      rating('omar', '5'),
    );
    const { ratings, changes, fields } = told(before, after);
    expect(ratings).toEqual([
      { assessor: 'mia', criterion: 'fit', name: 'Fit', from: '2', to: '3' },
      { assessor: 'omar', criterion: 'fit', name: 'Fit', from: '5', to: null },
    ]);
    expect(changes).toMatchObject([{ criterion: 'fit', from: '3.666666666667', to: '3.5' }]);
    expect(fields).toEqual([{ path: 'manager', before: 'linus', after: 'omar' }]);
  });

  it('is what a report says, by figure, and nothing of what it leaves out', () => {
    const first = { reportedFor: '2026-01-31', figures: { finish: '2030-01-01' }, eventId: 'e1' };
    const second = { reportedFor: '2026-02-28', figures: { budget: '10' }, eventId: 'e2' };
    const inRow = (one: typeof first | typeof second) => ({ ...one, confidence: null, revision: 1 });
    const isListed = false;
    const before = row({ last_report: inRow(first), said: [{ ...first, isListed }] });
    const after = row({ last_report: inRow(second), said: [...before.said, { ...second, isListed }] });
    expect(told(seen(before), seen(after)).fields).toEqual([
      { path: 'report/budget', before: null, after: '10' },
      { path: 'report/reportedFor', before: '2026-01-31', after: '2026-02-28' },
    ]);
  });

  it('is the delivery confidence that counts', () => {
    const judged = { day: '2026-02-28', reviewer: 'dina', scale: 'ipa-3', rating: 'red' };
    const confidences = [{ ...judged, eventId: 'e', revision: 1 }];
    expect(told(seen(row()), seen(row({ confidences }))).fields).toEqual([
      { path: 'confidence/rating', before: null, after: 'red' },
      { path: 'confidence/scale', before: null, after: 'ipa-3' },
    ]);
  });

  it('is what it is known to state otherwise, rather than what rows have of it', () => {
    const stated = [{ path: 'budgetByYear/2027', before: '1', after: '2' }];
    expect(told(seen(row()), seen(row({ sponsor: 'maya' })), stated).fields).toEqual(stated);
  });

  it('is twenty fields at most, and how many more there are', () => {
    const many = Array.from({ length: FIELDS_TOLD + 3 }, (_, index) => ({
      ...{ path: `demand/${index}`, before: null, after: '1' },
    }));
    const { fields, moreFields } = told(seen(row()), seen(row()), many);
    expect([fields.length, moreFields]).toEqual([20, 3]);
  });

  it('is the values it came in with of what came to compete, and nothing of what ceased to', () => {
    const came = told(undefined, seen(row(), rating('mia', '2')));
    expect(came.changes.map(({ criterion, from, to }) => [criterion, from, to])).toEqual([
      ['fit', null, '2'],
      ['cost', null, '2'],
    ]);
    expect([came.ratings, came.fields]).toEqual([[], []]);
    const nothing = { changes: [], ratings: [], fields: [], moreFields: 0 };
    expect(told(seen(row()), seen(row({ status: 'killed' })))).toEqual(nothing);
  });

  it('is nothing where nothing changed', () =>
    expect(told(seen(row(), rating('mia', '2')), seen(row(), rating('mia', '2')))).toEqual({
      ...{ changes: [], ratings: [], fields: [], moreFields: 0 },
    }));
});
