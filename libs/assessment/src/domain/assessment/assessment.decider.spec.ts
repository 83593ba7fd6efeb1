import fc from 'fast-check';
import { specFor } from '@docket/kernel/testing';
import { partsIn } from '@docket/project';
import { aCriterion, aDefinition, aRatedCriterion } from '../scoring-model/models.fixture';
import type { DraftedModel } from '../scoring-model/scoring-model.state';
import type { AssessedProject, AssessmentCommand, Rating } from './assessment.commands';
import { assessmentDecider } from './assessment.decider';
import type { AssessmentEvent } from './assessment.events';

const { given } = specFor(assessmentDecider);

const [assessmentId, projectId, modelId, portfolioId] = ['a-1', 'p-1', 'm-1', 'f-1'];
const model: DraftedModel = {
  status: 'published',
  portfolioId,
  name: 'Worth',
  definition: aDefinition([
    aRatedCriterion({ weight: '0.5' }),
    aRatedCriterion({ id: 'reach', name: 'Reach', weight: '0.3' }),
    aCriterion({ weight: '0.2' }),
  ]),
  comparison: null,
  effectiveFrom: '2026-04-01',
};
const people = { proposer: 'grace', sponsor: 'grace', manager: 'linus' };
const project: AssessedProject = {
  portfolioId,
  name: 'Tunnel',
  status: 'proposed',
  stands: true,
  declined: ['edith'],
  parts: partsIn(people),
};
const fit = (points: string, reason = 'It serves two objectives.'): Rating => ({
  criterion: 'fit',
  points,
  reason,
});
const reach = (points: string): Rating => ({ criterion: 'reach', points, reason: 'Half the country.' });

type Given = Readonly<{
  comment?: string;
  model?: DraftedModel | Readonly<{ status: 'absent' }>;
  project?: AssessedProject;
}>;
const assess = (ratings: readonly Rating[], over: Given = {}): AssessmentCommand => ({
  type: 'Assess',
  data: { assessmentId, projectId, modelId, ratings, model, project, ...over },
});
const withdraw = (reason = 'I have joined the supplier since.'): AssessmentCommand => ({
  type: 'WithdrawAssessment',
  data: { assessmentId, reason, project },
});
const rated = (rating: Rating): AssessmentEvent => ({
  type: 'CriterionRated',
  data: { assessmentId, portfolioId, projectId, modelId, assessor: 'ada', ...rating },
});
const commented = (comment: string | null): AssessmentEvent => ({
  type: 'AssessmentCommented',
  data: { assessmentId, comment },
});
const withdrawn: AssessmentEvent = {
  type: 'AssessmentWithdrawn',
  data: { assessmentId, reason: 'I have joined the supplier since.' },
};

describe('assessing', () => {
  it('keeps each rating with its reason', () =>
    given()
      .when(assess([fit('4'), reach('2')]))
      .then(rated(fit('4')), rated(reach('2'))));
  it('keeps what is said of the whole', () =>
    given()
      .when(assess([fit('4')], { comment: 'On the case of February.' }))
      .then(rated(fit('4')), commented('On the case of February.')));
  it('leaves out what the assessor leaves out: it is missing, not zero', () =>
    given()
      .when(assess([reach('0')]))
      .then(rated(reach('0'))));
  it('takes a number as it is meant: 4.0 is 4', () =>
    given()
      .when(assess([fit('4.0')]))
      .then(rated(fit('4'))));
  it('is possible before the model counts: it is published', () =>
    given()
      .when(assess([fit('4')], { model: { ...model, effectiveFrom: '2027-01-01' } }))
      .then(rated(fit('4'))));

  const refusals: readonly (readonly [
    string,
    AssessmentCommand,
    Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRefused']>[0],
  ])[] = [
    ['a model nobody knows', assess([fit('4')], { model: { status: 'absent' } }), 'model-unknown'],
    ['a draft', assess([fit('4')], { model: { ...model, status: 'draft' } }), 'model-not-published'],
    ['a retired model', assess([fit('4')], { model: { ...model, status: 'retired' } }), 'model-retired'],
    ['a project nobody knows', assess([fit('4')], { project: undefined }), 'project-unknown'],
    [
      'a project of another portfolio',
      assess([fit('4')], { project: { ...project, portfolioId: 'f-2' } }),
      'another-portfolio',
    ],
    [
      'a project that has ended',
      assess([fit('4')], { project: { ...project, status: 'killed', stands: false } }),
      'project-not-assessable',
    ],
    ['no rating at all', assess([]), 'ratings-missing'],
    ['a criterion rated twice', assess([fit('4'), fit('3')]), 'criterion-rated-twice'],
    ['a criterion nobody knows', assess([{ ...fit('4'), criterion: 'charm' }]), 'criterion-unknown'],
    ['a measured criterion', assess([{ ...fit('4'), criterion: 'cost' }]), 'criterion-not-rated'],
    ['a rating between two anchors', assess([fit('3.5')]), 'rating-off-scale'],
    ['a rating above the scale', assess([fit('6')]), 'rating-off-scale'],
    ['a rating that is no number', assess([fit('much')]), 'rating-off-scale'],
    ['no reason', assess([fit('4', ' ')]), 'reason-blank'],
  ];
  it.each(refusals)('is refused with %s', (_, command, code) => given().when(command).thenRefused(code));

  it.each(['proposer', 'sponsor', 'manager'] as const)('is refused to the %s of the project', (role) =>
    given()
      .when(assess([fit('4')], { project: { ...project, parts: partsIn({ ...people, [role]: 'ada' }) } }))
      .thenRefused('own-component'),
  );

  it('names the anchors where a rating is none of them', () => {
    const verdict = assessmentDecider.decide(
      assess([fit('6')]),
      { status: 'absent' },
      {
        actor: 'ada',
        reach: 'anything',
        at: '2026-03-02T09:00:00.000Z',
        now: '2026-03-02T09:00:00.000Z',
        origin: 'live',
      },
    );
    expect(verdict.outcome === 'refused' && verdict.refusal.message).toBe(
      '"fit" is rated 6, which is no anchor of its scale. The anchors are 0 (rated 0), 1 (rated 1), 2 (rated 2), 3 (rated 3), 4 (rated 4), 5 (rated 5).',
    );
  });
});

describe('revising an assessment', () => {
  const before = [rated(fit('4')), rated(reach('2')), commented('First.')];
  const same = { comment: 'First.' };

  it('keeps only what is rated otherwise', () =>
    given(...before)
      .when(assess([fit('4'), reach('5')], same))
      .then(rated(reach('5'))));
  it('keeps a new reason for the same points', () =>
    given(...before)
      .when(assess([fit('4', 'And the third.'), reach('2')], same))
      .then(rated(fit('4', 'And the third.'))));
  it('takes back what is left out', () =>
    given(...before)
      .when(assess([fit('4')], same))
      .then({ type: 'RatingTakenBack', data: { assessmentId, criterion: 'reach' } }));
  it('takes back the comment where none is given', () =>
    given(...before)
      .when(assess([fit('4'), reach('2')]))
      .then(commented(null)));
  it('changes nothing where everything is the same, in whatever order', () =>
    given(...before)
      .when(assess([reach('2.0'), fit('4')], same))
      .thenNothing());
});

describe('withdrawing an assessment', () => {
  it('takes it back as a whole, with the reason', () =>
    given(rated(fit('4')))
      .when(withdraw())
      .then(withdrawn));
  it('takes it back once: again changes nothing', () =>
    given(rated(fit('4')), withdrawn)
      .when(withdraw())
      .thenNothing());
  it('refuses another reason afterwards', () =>
    given(rated(fit('4')), withdrawn)
      .when(withdraw('No time.'))
      .thenRefused('assessment-withdrawn'));
  it('lets its assessor begin anew, with nothing left of the former', () =>
    given(rated(fit('4')), commented('First.'), withdrawn)
      .when(assess([fit('4')]))
      .then(rated(fit('4'))));
  it('refuses to take back what nobody gave', () =>
    given().when(withdraw()).thenRefused('assessment-unknown'));
  it('refuses to do it without a reason', () =>
    given(rated(fit('4')))
      .when(withdraw('  '))
      .thenRefused('reason-blank'));
  it.each(['linus', 'edith'])(
    'is not for %s of the PMO, who proposed, sponsors or manages the component, or declined to',
    (actor) =>
      given(rated(fit('4')))
        .when(withdraw(), { actor, reach: 'anything' })
        .thenRefused('own-component'),
  );
  it('is not for other assessors', () =>
    given(rated(fit('4')))
      .when(withdraw(), { actor: 'mia', reach: 'own' })
      .thenRefused('not-yours-to-withdraw'));
  it('is for the assessor, and for whose right goes to anything', () => {
    given(rated(fit('4')))
      .when(withdraw(), { reach: 'own' })
      .then(withdrawn);
    given(rated(fit('4')))
      .when(withdraw(), { actor: 'otto' })
      .then(withdrawn);
  });
});

describe('any command on its own result', () => {
  const rating = fc.record({
    points: fc.constantFrom('0', '3', '5', '7'),
    reason: fc.constantFrom('a', 'b', ''),
  });
  const ratings = fc
    .record({ fit: rating, reach: rating, cost: rating }, { requiredKeys: [] })
    .map((all) => Object.entries(all).map(([criterion, one]) => ({ criterion, ...one })));
  const command = fc.oneof(
    fc
      .tuple(ratings, fc.constantFrom(undefined, 'x', 'y'))
      .map(([all, comment]) => assess(all, comment === undefined ? {} : { comment })),
    fc.constantFrom(withdraw(), withdraw('No time.')),
  );
  const context = {
    actor: 'ada',
    reach: 'anything',
    origin: 'live',
    at: '2026-03-02T09:00:00.000Z',
    now: '2026-03-02T09:00:00.000Z',
  } as const;

  it('changes nothing or is refused', () =>
    fc.assert(
      fc.property(fc.array(command), command, (before, last) => {
        const { decide, evolve, initialState } = assessmentDecider;
        const after = [...before, last].reduce((state, each) => {
          const verdict = decide(each, state, context);
          return verdict.outcome === 'accepted' ? verdict.events.reduce(evolve, state) : state;
        }, initialState());
        const again = decide(last, after, context);
        return again.outcome === 'refused' || again.events.length === 0;
      }),
    ));
});
