import { Decimal, type Day, type DecimalText } from '@docket/kernel';
import type { Measure } from '../scoring-model/scoring-model.events';

/**
 * What measures are taken from: the figures a component reported, in the portfolio's currency, as far as they are there.
 * `firstReportedFinish` is the finish its first report gave, `finish` the latest one.
 */
export type MeasuredComponent = Readonly<{
  id: string;
  name: string;
  confidence?: Readonly<{ scale: string; rating: string }>;
  budget?: DecimalText;
  forecast?: DecimalText;
  wholeLifeCost?: DecimalText;
  firstReportedFinish?: Day;
  finish?: Day;
  /** The reason for which it stands above every funding line. */
  mustHave?: string;
}>;

/** A rating in the version of its scale, an exact number, or the reason why there is neither. Never a default. */
export type Measured =
  | Readonly<{ kind: 'rating'; scale: string; value: string }>
  | Readonly<{ kind: 'number'; value: Decimal }>
  | Readonly<{ kind: 'missing'; reason: string }>;

/** Ratios are rounded half-even to this many decimals; the band is judged on the rounded value, which is what is shown. */
export const RATIO_PLACES = 12;

const missing = (reason: string): Measured => ({ kind: 'missing', reason });
const number = (value: Decimal): Measured => ({ kind: 'number', value });

const deliveryConfidence = ({ confidence }: MeasuredComponent): Measured =>
  confidence
    ? { kind: 'rating', scale: confidence.scale, value: confidence.rating }
    : missing('no delivery confidence was reported');

/** How far the forecast is from the budget, either way, as a share of the budget: 0.05 is five percent. */
const budgetVariance = ({ budget, forecast }: MeasuredComponent): Measured => {
  if (budget === undefined) return missing('no budget was reported');
  if (forecast === undefined) return missing('no forecast was reported');
  const base = Decimal.of(budget);
  if (base.isZero) return missing('budget is zero');
  const ratio = Decimal.of(forecast).minus(base).absolute().dividedBy(base.absolute(), RATIO_PLACES);
  return number(ratio);
};

const wholeLifeCost = (component: MeasuredComponent): Measured =>
  component.wholeLifeCost === undefined
    ? missing('no whole-life cost was reported')
    : number(Decimal.of(component.wholeLifeCost));

const DAY_MS = 86_400_000;

/** Days from the finish first reported to the latest one; negative where it moved forward. */
const scheduleSlip = ({ firstReportedFinish, finish }: MeasuredComponent): Measured =>
  firstReportedFinish === undefined || finish === undefined
    ? missing('no finish was reported')
    : number(Decimal.of(Math.round((Date.parse(finish) - Date.parse(firstReportedFinish)) / DAY_MS)));

/** How each measure is taken from a component. */
export const measures: { readonly [M in Measure]: (component: MeasuredComponent) => Measured } = {
  'delivery-confidence': deliveryConfidence,
  'budget-variance': budgetVariance,
  'whole-life-cost': wholeLifeCost,
  'schedule-slip': scheduleSlip,
};
