import { unitsOf } from './measure-facts';
import type { ModelGrounds } from './model-grounds';
import type { GivenModel, ScaledModel } from './scoring-model.commands';
import type { AnchoredScale } from './scoring-model.events';

/** The model as it is meant: where the unit of bands is left out, it is the usual one of their measure. */
export const withUnits = (model: GivenModel, { currency }: ModelGrounds): ScaledModel => ({
  ...model,
  criteria: model.criteria.map((criterion) => {
    const { scale, measure } = criterion;
    const meant: AnchoredScale =
      scale.kind === 'bands' ? { ...scale, unit: scale.unit ?? unitsOf(measure, currency)[0] ?? '' } : scale;
    return { ...criterion, scale: meant };
  }),
});
