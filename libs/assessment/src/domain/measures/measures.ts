import { Decimal, type Day, type DecimalText, type Instant } from '@docket/kernel';
import type { Servable } from '../alignment/alignment';
import type { Criterion, Measure } from '../scoring-model/scoring-model.events';

/**
 * What the assessors of one component give it on one criterion of one model: the mean of their points (30 places; 12 are shown), how far
 * they lie apart (sample standard deviation, 6 places; null for a single one), and how many they are.
 */
export type Rated = Readonly<{ mean: Decimal; spread: Decimal | null; assessors: number }>;

/** What one assessor gives on a criterion. */
export type GivenPoints = Readonly<{ assessor: string; points: DecimalText }>;

/** Why a component stands above every funding line, since when and by whose mark. */
export type MustHaveMark = Readonly<{ reason: string; since: Instant; by: string }>;

/**
 * What measures are taken from: the figures a component reported, in the portfolio's currency, as far as they are there.
 * `firstReportedFinish` is the finish its first report gave, `finish` the latest one. Each figure is the one last reported; values
 * (planned, earned) and `actualCost`, all cumulative, are those of one report; `expectedBenefits` and `caseCost` (whole-life) are those of
 * the business case, `baselineCost` that of the current baseline. `alignment` is 0 to 100. `ratings` are by criterion of the
 * model the component is measured for. `assessors`, the points they are made of, `objectives`, which it serves or could serve, `start`, which
 * no finish comes before, `hasOpenMotion` and `inParts` (which lists of its case have to add up to its cost and to its benefits) are there only where a change of one is asked for.
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
  plannedValue?: DecimalText;
  earnedValue?: DecimalText;
  actualCost?: DecimalText;
  expectedBenefits?: DecimalText;
  caseCost?: DecimalText;
  baselineCost?: DecimalText;
  /** Nobody has decided on it yet. */
  isProposal?: boolean;
  alignment?: DecimalText;
  ratings?: ReadonlyMap<string, Rated>;
  assessors?: ReadonlyMap<string, readonly GivenPoints[]>;
  objectives?: readonly Servable[];
  start?: Day;
  hasOpenMotion?: boolean;
  inParts?: Readonly<{ cost: boolean; benefits: boolean }>;
  mustHave?: MustHaveMark;
}>;

/** A rating in the version of its scale, an exact number, what assessors gave, or the reason why there is none. Never a default. */
export type Measured =
  | Readonly<{ kind: 'rating'; scale: string; value: string }>
  | Readonly<{ kind: 'number'; value: Decimal }>
  | (Readonly<{ kind: 'rated' }> & Rated)
  | Readonly<{ kind: 'missing'; reason: string }>;

/** Ratios are rounded half-even to this many decimals; the band is judged on the rounded value, which is what is shown. */
export const RATIO_PLACES = 12;

const missing = (reason: string): Measured => ({ kind: 'missing', reason });
const number = (value: Decimal): Measured => ({ kind: 'number', value });

const deliveryConfidence = ({ confidence }: MeasuredComponent): Measured =>
  confidence
    ? { kind: 'rating', scale: confidence.scale, value: confidence.rating }
    : missing('no delivery confidence was judged');

/** How far the forecast is from the budget, either way, as a share of the budget: 0.05 is five percent. */
const budgetVariance = ({ budget, forecast }: MeasuredComponent): Measured => {
  if (budget === undefined) return missing('no budget was reported');
  if (forecast === undefined) return missing('no forecast was reported');
  const base = Decimal.of(budget);
  if (base.isZero) return missing('budget is zero');
  const ratio = Decimal.of(forecast).minus(base).absolute().dividedBy(base.absolute(), RATIO_PLACES);
  return number(ratio);
};

/** As last reported, else as the business case states it. */
const wholeLifeCost = ({ wholeLifeCost: reported, caseCost }: MeasuredComponent): Measured => {
  const cost = reported ?? caseCost;
  return cost === undefined ? missing('no whole-life cost was reported') : number(Decimal.of(cost));
};

const DAY_MS = 86_400_000;

/** Days from the finish first reported to the latest one; negative where it moved forward. */
const scheduleSlip = ({ firstReportedFinish, finish }: MeasuredComponent): Measured =>
  firstReportedFinish === undefined || finish === undefined
    ? missing('no finish was reported')
    : number(Decimal.of(Math.round((Date.parse(finish) - Date.parse(firstReportedFinish)) / DAY_MS)));

/** One reported figure as a share of another. */
const ratio = (
  [above, aboveName]: readonly [DecimalText | undefined, string],
  [below, belowName]: readonly [DecimalText | undefined, string],
): Measured => {
  if (above === undefined) return missing(`no ${aboveName} was reported`);
  if (below === undefined) return missing(`no ${belowName} was reported`);
  const base = Decimal.of(below);
  return base.isZero
    ? missing(`${belowName} is zero`)
    : number(Decimal.of(above).dividedBy(base, RATIO_PLACES));
};

/** Cost performance index, EV / AC (PMI, Practice Standard for Earned Value Management): below 1 each unit costs more than planned. */
const costPerformance = ({ earnedValue, actualCost }: MeasuredComponent): Measured =>
  ratio([earnedValue, 'earned value'], [actualCost, 'actual cost']);

/** Schedule performance index, EV / PV (as above): below 1 less is done than planned. */
const schedulePerformance = ({ earnedValue, plannedValue }: MeasuredComponent): Measured =>
  ratio([earnedValue, 'earned value'], [plannedValue, 'planned value']);

/** Expected money benefits over whole-life cost, both as the business case states them, undiscounted. */
const benefitCostRatio = ({ expectedBenefits, caseCost }: MeasuredComponent): Measured => {
  if (expectedBenefits === undefined) return missing('no business case states expected benefits in money');
  return ratio([expectedBenefits, 'expected benefits'], [caseCost, 'whole-life cost']);
};

const strategicAlignment = ({ alignment }: MeasuredComponent): Measured =>
  alignment === undefined
    ? missing('no confirmed contribution to an active objective with a weight')
    : number(Decimal.of(alignment));

const assessed = ({ ratings }: MeasuredComponent, criterion: string): Measured => {
  const rated = ratings?.get(criterion);
  return rated ? { kind: 'rated', ...rated } : missing('not assessed yet');
};

/** How each measure is taken from a component for the criterion of this id. */
const measures: { readonly [M in Measure]: (component: MeasuredComponent, criterion: string) => Measured } = {
  'delivery-confidence': deliveryConfidence,
  'budget-variance': budgetVariance,
  'whole-life-cost': wholeLifeCost,
  'schedule-slip': scheduleSlip,
  'cost-performance': costPerformance,
  'schedule-performance': schedulePerformance,
  'benefit-cost-ratio': benefitCostRatio,
  'strategic-alignment': strategicAlignment,
  assessment: assessed,
};

/** What a component has on a criterion. */
export const measuredOn = (
  { id, measure }: Pick<Criterion, 'id' | 'measure'>,
  component: MeasuredComponent,
): Measured => measures[measure](component, id);
