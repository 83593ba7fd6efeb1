import { specFor } from '@docket/kernel/testing';
import { decider } from './strategy.decider';
import type { ObjectiveDefinition } from './strategy.events';
import { added, fewerLimits, portfolioId, reported, retired, revise } from './strategy.scenes';

const { given } = specFor(decider);

describe('revising an objective', () => {
  const later = { target: { value: '10', day: '2031-12-31' } };
  const restated = (changed: object) => ({
    type: 'ObjectiveRevised' as const,
    data: { portfolioId, objectiveId: 'limits', ...fewerLimits, reason: 'Counted anew.', ...changed },
  });

  it('states it anew', () => given(added('limits')).when(revise('limits', later)).then(restated(later)));

  it.each<[string, Partial<ObjectiveDefinition>]>([
    ['a target', { target: { value: '5', day: '2030-12-31' } }],
    ['the day of a target', later],
    ['a baseline', { baseline: { value: '41', day: '2025-12-31' } }],
    ['the day of a baseline', { baseline: { value: '40', day: '2025-11-30' } }],
    ['a measure', { measure: { ...fewerLimits.measure, unit: 'spans' } }],
  ])('says why %s changes: it moves what is made of it', (_, changed) => {
    for (const reason of [undefined, ' '])
      given(added('limits'))
        .when(revise('limits', { ...changed, reason }))
        .thenRefused('reason-blank');
    given(added('limits')).when(revise('limits', changed)).then(restated(changed));
  });

  it('may say why its wording changes, and need not', () => {
    const description = 'No bridge on any route carries a load limit.';
    given(added('limits')).when(revise('limits', { description })).then(restated({ description }));
    given(added('limits'))
      .when(revise('limits', { description, reason: undefined }))
      .then({
        type: 'ObjectiveRevised',
        data: { portfolioId, objectiveId: 'limits', ...fewerLimits, description },
      });
  });

  it('once revised, stands so without the reason: the same again is no news', () =>
    given(added('limits'), restated(later))
      .when(revise('limits', { ...later, reason: 'For another reason.' }))
      .thenNothing());

  it('says nothing where nothing differs', () =>
    given(added('limits'))
      .when(revise('limits', { baseline: { value: '40.0', day: '2025-12-31' } }))
      .thenNothing());

  it('may change the measure until something was reported of it', () => {
    const measure = { name: 'Limits on freight routes', unit: 'limits', direction: 'falls' } as const;
    given(added('limits')).when(revise('limits', { measure })).then(restated({ measure }));
    given(added('limits'), reported('limits', '2026-01-31', '38'))
      .when(revise('limits', { measure }))
      .thenRefused('measure-fixed');
  });

  it('keeps the baseline before what was reported', () => {
    const baseline = { value: '40', day: '2026-01-31' };
    const history = [added('limits'), reported('limits', '2026-01-31', '38')];
    given(...history)
      .when(revise('limits', { baseline }))
      .then(restated({ baseline }));
    given(...history)
      .when(revise('limits', { baseline: { value: '40', day: '2026-02-01' } }))
      .thenRefused('baseline-after-actual');
  });

  it('refuses the name of another', () =>
    given(added('limits'), added('trips'))
      .when(revise('trips', { name: fewerLimits.name }))
      .thenRefused('objective-name-taken'));

  it('is over once it is retired', () =>
    given(added('limits'), retired('limits')).when(revise('limits', later)).thenRefused('objective-retired'));

  it('needs an objective', () => given().when(revise('limits')).thenRefused('objective-unknown'));
});
