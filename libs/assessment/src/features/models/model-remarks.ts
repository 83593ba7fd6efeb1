import { percent } from '@docket/kernel';
import { CONFIDENCE_SCALES } from '@docket/project';
import { canBeLeftOut } from '../../domain/scoring-model/coverage-needed';
import type { Criterion, ModelDefinition } from '../../domain/scoring-model/scoring-model.events';

/** What a reader of a model could miss in its numbers. `code` is stable, `text` a sentence. */
export type ModelRemark = Readonly<{
  code: 'ranked-without' | 'every-criterion-needed' | 'less-is-better' | 'scale-not-read';
  text: string;
}>;

const weighed = (criteria: readonly Criterion[]): string =>
  criteria.map(({ name, weight }) => `${name} (${percent(weight)})`).join(', ');

/** What a component may lack by this model and still stand ranked. */
export const rankedWithout = (definition: ModelDefinition): ModelRemark => {
  const { criteria, atOnce } = canBeLeftOut(definition);
  if (criteria.length === 0)
    return {
      code: 'every-criterion-needed',
      text: 'Every criterion is needed: whoever lacks a value on one stands unranked.',
    };
  const together = atOnce ? '; even without all of these' : '; without any one of these';
  const text = `Ranked even without: ${weighed(criteria)}${criteria.length > 1 ? together : ''}.`;
  return { code: 'ranked-without', text };
};

const lessIsBetter = ({ criteria }: ModelDefinition): readonly ModelRemark[] => {
  const costs = criteria.filter(({ direction }) => direction === 'cost').map(({ name }) => name);
  const text = `Where less is better (${costs.join(', ')}), points say how much there is, and the maximum less the points is counted.`;
  return costs.length === 0 ? [] : [{ code: 'less-is-better', text }];
};

/** The versions of the scale of delivery confidence of which a model says nothing. */
const scalesNotRead = ({ criteria }: ModelDefinition): readonly ModelRemark[] =>
  criteria.flatMap(({ name, scale }) => {
    if (scale.kind !== 'levels') return [];
    const read = new Set(scale.levels.map((level) => level.scale));
    const others = Object.keys(CONFIDENCE_SCALES).filter((one) => !read.has(one));
    const text = `On “${name}” ratings are read on ${[...read].join(' and ')} only: whoever is rated on ${others.join(' or ')} has no value.`;
    return others.length === 0 ? [] : [{ code: 'scale-not-read', text }];
  });

/** What is remarkable of a model, drafted or published: it follows from the definition alone. */
export const remarksOn = (definition: ModelDefinition): readonly ModelRemark[] => [
  rankedWithout(definition),
  ...lessIsBetter(definition),
  ...scalesNotRead(definition),
];
