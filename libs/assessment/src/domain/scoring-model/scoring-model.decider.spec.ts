import fc from 'fast-check';
import { specFor } from '@docket/kernel/testing';
import { aCriterion, aDefinition } from './models.fixture';
import { digestOfModel } from './model-digest';
import type { ScoringModelCommand } from './scoring-model.commands';
import { scoringModelDecider } from './scoring-model.decider';
import type { ModelDefinition, ScoringModelEvent } from './scoring-model.events';

const { given } = specFor(scoringModelDecider);

const grounds = { currency: 'GBP', confidenceScales: { 'ipa-3': ['green', 'amber', 'red'] } };
const modelId = 'e0a6c0de-0000-8000-8000-000000000001';
const portfolioId = 'a0a6c0de-0000-8000-8000-000000000002';
const other = aDefinition([
  aCriterion({ weight: '0.4' }),
  aCriterion({ id: 'value', name: 'Value', weight: '0.6' }),
]);

const drafted: ScoringModelEvent = {
  type: 'ScoringModelDrafted',
  data: { modelId, portfolioId, name: 'Health', ...aDefinition(), comparison: null },
};
const revised: ScoringModelEvent = {
  type: 'ScoringModelRevised',
  data: { modelId, ...other, comparison: null },
};
const publishedFrom = (effectiveFrom: string | null): ScoringModelEvent => ({
  type: 'ScoringModelPublished',
  data: { modelId, effectiveFrom },
});
const published = publishedFrom('2026-03-02');
const retired: ScoringModelEvent = { type: 'ScoringModelRetired', data: { modelId, reason: 'Superseded.' } };

const draft = (
  over: Partial<ModelDefinition> & { name?: string; portfolioExists?: boolean } = {},
): ScoringModelCommand => ({
  type: 'DraftModel',
  data: { modelId, portfolioId, portfolioExists: true, grounds, name: 'Health', ...aDefinition(), ...over },
});
const revise = (definition: ModelDefinition): ScoringModelCommand => ({
  type: 'ReviseModel',
  data: { modelId, grounds, ...definition },
});
const publishFrom = (effectiveFrom?: string, timeZone = 'UTC'): ScoringModelCommand => ({
  type: 'PublishModel',
  data: { modelId, timeZone, ...(effectiveFrom === undefined ? {} : { effectiveFrom }) },
});
const publish = publishFrom();
const retire = (reason = 'Superseded.'): ScoringModelCommand => ({
  type: 'RetireModel',
  data: { modelId, reason },
});

describe('drafting a scoring model', () => {
  it('drafts it in its portfolio', () => given().when(draft()).then(drafted));
  it('trims the name', () =>
    given()
      .when(draft({ name: ' Health ' }))
      .then(drafted));
  it('refuses a portfolio that does not exist', () =>
    given()
      .when(draft({ portfolioExists: false }))
      .thenRefused('portfolio-unknown'));
  it('refuses a blank name', () =>
    given()
      .when(draft({ name: '  ' }))
      .thenRefused('model-name-blank'));
  it('refuses a name that a draft of the portfolio has', () =>
    given(drafted).when(draft()).thenRefused('model-name-taken'));
  it('refuses a name that a published model of the portfolio has', () =>
    given(drafted, published).when(draft()).thenRefused('model-name-taken'));
});

describe('revising a scoring model', () => {
  it('replaces the definition of a draft', () => given(drafted).when(revise(other)).then(revised));
  it('changes nothing when the definition is the same', () =>
    given(drafted, revised).when(revise(other)).thenNothing());
  it('refuses a model nobody drafted', () => given().when(revise(other)).thenRefused('model-unknown'));
  it('refuses to change a published model', () =>
    given(drafted, published).when(revise(other)).thenRefused('model-published'));
  it('judges the new definition', () =>
    given(drafted)
      .when(revise(aDefinition([])))
      .thenRefused('criteria-missing'));
});

describe('publishing a scoring model', () => {
  it('publishes a draft', () => given(drafted).when(publish).then(published));
  it('publishes once: again changes nothing', () => given(drafted, published).when(publish).thenNothing());
  it('publishes for a body what the body saw, and nothing that was revised since', () => {
    const seen = digestOfModel(scoringModelDecider.evolve({ status: 'absent' }, drafted));
    const asSeen: ScoringModelCommand = {
      type: 'PublishModel',
      data: { modelId, timeZone: 'UTC', digest: seen },
    };
    given(drafted).when(asSeen).then(published);
    given(drafted, published).when(asSeen).thenNothing();
    given(drafted, revised).when(asSeen).thenRefused('model-revised');
  });
  it('refuses a model nobody drafted', () => given().when(publish).thenRefused('model-unknown'));
  it('counts from today on, as the portfolio counts days', () =>
    given(drafted).when(publishFrom(undefined, 'Pacific/Kiritimati')).then(published));
  it('counts from the next day on where it is past midnight there', () =>
    given(drafted)
      .when(publishFrom(undefined, 'Pacific/Kiritimati'), { at: '2026-03-02T11:00:00.000Z' })
      .then(publishedFrom('2026-03-03')));
  it('counts from a later day on where one is given', () =>
    given(drafted).when(publishFrom('2026-04-01')).then(publishedFrom('2026-04-01')));
  it('counts from today on where today is named, as the portfolio counts days', () => {
    given(drafted).when(publishFrom('2026-03-02')).then(publishedFrom('2026-03-02'));
    const pastMidnight = { at: '2026-03-02T11:00:00.000Z' };
    given(drafted)
      .when(publishFrom('2026-03-03', 'Pacific/Kiritimati'), pastMidnight)
      .then(publishedFrom('2026-03-03'));
    given(drafted)
      .when(publishFrom('2026-03-02', 'Pacific/Kiritimati'), pastMidnight)
      .thenRefused('effective-in-the-past');
  });
  it('refuses a day that is over', () =>
    given(drafted).when(publishFrom('2026-03-01')).thenRefused('effective-in-the-past'));
  it('counts from an earlier day on where an import brings it along', () =>
    given(drafted).when(publishFrom('2024-01-02'), { origin: 'import' }).then(publishedFrom('2024-01-02')));
  it('refuses a day that does not exist', () =>
    given(drafted).when(publishFrom('2026-02-30')).thenRefused('day-malformed'));
  it('refuses to move the day of a published one', () =>
    given(drafted, published).when(publishFrom('2026-04-01')).thenRefused('model-published'));
  it('refuses to publish a retired one again', () =>
    given(drafted, published, retired).when(publish).thenRefused('model-retired'));
});

describe('retiring a scoring model', () => {
  it('retires a published one, with the reason', () =>
    given(drafted, published).when(retire()).then(retired));
  it('retires one of the first version', () =>
    given(drafted, publishedFrom(null)).when(retire()).then(retired));
  it('retires once: again changes nothing', () =>
    given(drafted, published, retired).when(retire()).thenNothing());
  it('refuses another reason afterwards', () =>
    given(drafted, published, retired).when(retire('On second thoughts.')).thenRefused('model-retired'));
  it('refuses a draft', () => given(drafted).when(retire()).thenRefused('model-not-published'));
  it('refuses a model nobody drafted', () => given().when(retire()).thenRefused('model-unknown'));
  it('refuses to do it without a reason', () =>
    given(drafted, published).when(retire(' ')).thenRefused('reason-blank'));
  it('keeps it from being changed', () =>
    given(drafted, published, retired).when(revise(other)).thenRefused('model-published'));
});

describe('any command on its own result', () => {
  const command = fc.constantFrom(
    draft(),
    draft({ ...other, name: 'Other' }),
    revise(other),
    revise(aDefinition()),
    publish,
    publishFrom('2026-04-01'),
    retire(),
    retire('Wrong.'),
  );
  const context = {
    actor: 'ada',
    reach: 'anything',
    at: '2026-03-02T09:00:00.000Z',
    now: '2026-03-02T09:00:00.000Z',
    origin: 'live',
  } as const;

  it('changes nothing or is refused', () =>
    fc.assert(
      fc.property(fc.array(command), command, (before, last) => {
        const { decide, evolve, initialState } = scoringModelDecider;
        const after = [...before, last].reduce((state, each) => {
          const verdict = decide(each, state, context);
          return verdict.outcome === 'accepted' ? verdict.events.reduce(evolve, state) : state;
        }, initialState());
        const again = decide(last, after, context);
        return again.outcome === 'refused' || again.events.length === 0;
      }),
    ));
});
