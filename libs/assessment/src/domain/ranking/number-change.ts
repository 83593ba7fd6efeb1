import { Decimal } from '@docket/kernel';
import {
  inputOf,
  inputText,
  isFrozen,
  NUMBER_INPUTS,
  valuesAround,
  withInput,
  type InputChange,
  type NumberInput,
} from '../measures/inputs';
import { RATIO_PLACES, type MeasuredComponent } from '../measures/measures';
import type { ReadyCriterion, ReadyModel } from './ready-model';

/** What is exact beside a bound: measures are rounded to as many decimals. */
const JUST = Decimal.of('0.000000000001');

/** Where a measure passes from one band of a criterion to the next: its first value in the upper one, its last in the lower one. */
const boundsOf = ({ criterion: { scale } }: ReadyCriterion): readonly Decimal[] => {
  const bands = scale.kind === 'bands' ? scale.bands : [];
  return bands.flatMap(({ from }) => {
    if (from === null) return [];
    const near = Decimal.of(from).rounded(RATIO_PLACES);
    const first = near.compare(Decimal.of(from)) < 0 ? near.plus(JUST) : near;
    return [first, first.minus(JUST)];
  });
};

/** The values of an input around every bound of every criterion that reads it, each once. */
export const valuesToStep = (
  component: MeasuredComponent,
  input: NumberInput,
  model: ReadyModel,
): readonly Decimal[] => {
  const values = model.criteria.flatMap((ready) =>
    valuesAround(component, input, ready.criterion.measure, boundsOf(ready)),
  );
  return [...new Map(values.map((value) => [value.toString(), value])).values()];
};

const decimalsOf = (value: Decimal): number => value.toString().split('.')[1]?.length ?? 0;

/** The nearest to the present value; where there is none, the roundest. */
const nearest =
  (from: Decimal | undefined) =>
  (a: Decimal, b: Decimal): number => {
    if (!from) return decimalsOf(a) - decimalsOf(b) || b.compare(a);
    return a.minus(from).absolute().compare(b.minus(from).absolute()) || a.compare(b);
  };

const numberChange = (component: MeasuredComponent, input: NumberInput, value: Decimal): InputChange => {
  const from = inputOf(component, input);
  const share =
    from && !from.isZero && input !== 'finish'
      ? value.minus(from).absolute().dividedBy(from.absolute(), RATIO_PLACES)
      : undefined;
  return {
    input,
    from: from ? inputText(component, input, from) : null,
    to: inputText(component, input, value),
    component: withInput(component, input, value),
    ...(share ? { share } : {}),
  };
};

/** Another value of a number, the nearest first: around every bound of every criterion that reads it. */
export const numberChanges = (component: MeasuredComponent, model: ReadyModel, fillsGaps: boolean) =>
  NUMBER_INPUTS.flatMap((input): readonly InputChange[] => {
    const from = inputOf(component, input);
    if (isFrozen(component, input) || (from === undefined && !fillsGaps)) return [];
    return [...valuesToStep(component, input, model)]
      .sort(nearest(from))
      .map((value) => numberChange(component, input, value));
  });
