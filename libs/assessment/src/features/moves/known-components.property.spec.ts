import type { ProjectRow } from '@docket/project';
import { Decimal } from '@docket/kernel';
import fc from 'fast-check';
import type { AssessmentRow } from '../../assessment.projection';
import { countedOf } from '../counting';
import { ratedFrom } from '../../domain/assessment/mean-rating';
import { movesOf, partsFor, type Step } from '../../domain/ranking/moves';
import { rank } from '../../domain/ranking/rank';
import { readyModel } from '../../domain/ranking/ready-model';
import { aCriterion, aDefinition, aRatedCriterion } from '../../domain/scoring-model/models.fixture';
import { measuredOf } from '../ranking/component-rows';
import { ratingsOf } from '../ranking/ratings-at';
import { KnownComponents } from './known-components';

const definition = aDefinition([aRatedCriterion({ weight: '0.8' }), aCriterion({ weight: '0.2' })]);
const model = readyModel(definition);
const PROJECTS = ['bridge', 'tunnel', 'ferry'];
const people = fc.constantFrom('mia', 'noor', 'omar', null);

/** Somebody comes to sponsor or manage a project, or nobody does; or somebody rates it, or withdraws. */
const event = fc.record({
  project: fc.constantFrom(...PROJECTS),
  what: fc.oneof(
    fc.record({ sponsor: people, manager: people }),
    fc.record({
      assessor: fc.constantFrom('mia', 'noor', 'omar'),
      points: fc.constantFrom('0', '1', '3', '5', null),
    }),
  ),
});
type Happened = typeof event extends fc.Arbitrary<infer E> ? E : never;

const rowOf = (name: string, sponsor: string | null, manager: string | null): ProjectRow => ({
  revision: 0,
  ...{ portfolio: 'p', name, department: null, category: null, reference: null, status: 'proposed' },
  ...{ since: '2026-01-01', absent_from: null, proposer: 'ada', sponsor, manager, open_motion: null },
  business_case: { wholeLifeCost: '2', expectedBenefits: null, start: '2026-01-01', finish: '2027-01-01' },
  ...{ baseline: null, reports: 0, finishes: [], first_finish: null, last_report: null, confidences: [] },
  ...{ status_since: '2026-01-01T00:00:00.000Z', declined: [], interested: [] },
  ...{ previous_report: null, said: [], must_have: null, node: null },
});

const assessmentOf = (project: string, assessor: string, points: string | null): AssessmentRow => ({
  ...{ project, model: 'm', assessor, status: points === null ? 'withdrawn' : 'given' },
  ratings: points === null ? [] : [{ criterion: 'fit', points }],
  ...{ changed_at: '2026-01-01T00:00:00.000Z', changed_by: assessor, revision: 0 },
});

/** The replay, and beside it what is known at its end. */
const replayOf = (happened: readonly Happened[]) => {
  const components = new KnownComponents(definition);
  const rows = new Map(PROJECTS.map((id) => [id, rowOf(id, 'mia', null)]));
  const given = new Map<string, AssessmentRow>();
  for (const [id, row] of rows) components.project(id, row);
  const placed = components.all().map((seen) => seen.placed);
  const steps = happened.map(({ project, what }, index): Step => {
    if ('assessor' in what) {
      const key = `${project} ${what.assessor}`;
      given.set(key, assessmentOf(project, what.assessor, what.points));
      components.assessment(key, assessmentOf(project, what.assessor, what.points));
    } else {
      rows.set(project, rowOf(project, what.sponsor, what.manager));
      components.project(project, rowOf(project, what.sponsor, what.manager));
    }
    return { number: index + 1, id: project, after: components.seen(project)?.placed };
  });
  return { placed, steps, rows, given: [...given.values()] };
};

describe('whoever comes to have a part in what they rated, and leaves it again', () => {
  it('moves it by parts that sum to what ranking at the end gives', () =>
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (happened) => {
        const { placed, steps, rows, given } = replayOf(happened);
        const components = [...rows].map(([id, row]) => {
          const own = given.filter(({ project }) => project === id);
          return measuredOf(id, row, { ratings: ratingsOf(countedOf(own, row).counted, ['fit'], ratedFrom) });
        });
        const ranked = new Map(rank(components, definition).map((row) => [row.id, row]));
        for (const { id, then, now } of movesOf(placed, steps, model)) {
          const parts = partsFor(id, placed, steps, model);
          expect({ score: now.score, rank: now.ranked ? now.position : null }).toEqual({
            score: ranked.get(id)?.score,
            rank: ranked.get(id)?.rank,
          });
          const whole = Decimal.of(now.score ?? '0').minus(Decimal.of(then.score ?? '0'));
          expect(Decimal.sum(parts.map(({ score }) => score)).equals(whole)).toBe(true);
          expect(parts.reduce((sum, { places }) => sum + places, 0)).toBe(then.position - now.position);
        }
      }),
    ));
});
