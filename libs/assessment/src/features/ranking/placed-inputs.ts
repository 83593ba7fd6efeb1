import { placementsOf, type Placed } from '../../domain/ranking/rank';
import { readyModel, type ReadyModel } from '../../domain/ranking/ready-model';
import type { MeasuredComponent } from '../../domain/measures/measures';
import type { RankingInputs } from './ranking-inputs';

/** A component on the scales of a model. */
export const placedOn = (component: MeasuredComponent, model: ReadyModel): Placed => ({
  id: component.id,
  name: component.name,
  placements: placementsOf(component, model),
});

/** The components of a ranking on the scales of its model, which knows whether anybody assesses by it any more. */
export const placedInputs = ({
  components,
  definition,
  model: { retired: isRetired },
}: Pick<RankingInputs, 'components' | 'definition' | 'model'>): Readonly<{
  model: ReadyModel;
  placed: readonly Placed[];
}> => {
  const model = { ...readyModel(definition), isRetired };
  return { model, placed: components.map((component) => placedOn(component, model)) };
};
