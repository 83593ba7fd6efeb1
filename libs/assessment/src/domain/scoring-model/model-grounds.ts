import { unitsOf } from './measure-facts';
import type { GivenModel, ScaledModel } from './scoring-model.commands';
import type { AnchoredScale, ModelDefinition } from './scoring-model.events';

/**
 * What a definition is judged by beside itself, gathered: the currency of its portfolio, and the versions of the scale of delivery
 * confidence, each with its ratings, best first.
 */
export type ModelGrounds = Readonly<{
  currency: string;
  confidenceScales: Readonly<Record<string, readonly string[]>>;
}>;

export type GroundedModel = Readonly<{ definition: ModelDefinition; grounds: ModelGrounds }>;

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
