import { Decimal, type Day } from '@docket/kernel';
import type { Measure } from '../scoring-model/scoring-model.events';
import type { MeasuredComponent } from './measures';

/** Amounts that one person reports or states, each by itself. */
export type AmountInput =
  | 'expected-benefits'
  | 'case-cost'
  | 'forecast'
  | 'budget'
  | 'reported-cost'
  | 'earned-value'
  | 'actual-cost'
  | 'planned-value';

/**
 * What a person can change of a component, one thing at a time: an amount, the finish last reported, the delivery confidence, the
 * level at which one contribution to an objective is confirmed, or the points of one assessor or of all on one criterion. A finish
 * comes in a later report: the first reported one, from which slip is measured, stays.
 */
export type Input =
  AmountInput | 'finish' | 'delivery-confidence' | 'contribution' | 'one-rating' | 'all-ratings';

/** Inputs that are numbers, or days counted from one. */
export type NumberInput = AmountInput | 'finish';

/**
 * One input of a component at another value, with the component as it would then be. `from` is null where there is no value
 * yet; `share` is by how much of itself an amount changes. `criterion` and `assessor` are told of ratings, `objective` of a
 * contribution, whose values are levels.
 */
export type InputChange = Readonly<{
  input: Input;
  from: string | null;
  to: string;
  component: MeasuredComponent;
  share?: Decimal;
  /** The version of the scale a rating of confidence stands in. */
  scale?: string;
  criterion?: string;
  assessor?: string;
  objective?: Readonly<{ id: string; name: string }>;
}>;

type Field = {
  [F in keyof MeasuredComponent]-?: MeasuredComponent[F] extends string | undefined ? F : never;
}[keyof MeasuredComponent];

/** Where each of them stands in a component. */
const FIELDS: Readonly<Record<NumberInput, Field>> = {
  'expected-benefits': 'expectedBenefits',
  'case-cost': 'caseCost',
  forecast: 'forecast',
  budget: 'budget',
  'reported-cost': 'wholeLifeCost',
  'earned-value': 'earnedValue',
  'actual-cost': 'actualCost',
  'planned-value': 'plannedValue',
  finish: 'finish',
};

/** The units in which each is said: amounts to the cent, a finish by days. */
const PLACES: Readonly<Record<NumberInput, number>> = {
  'expected-benefits': 2,
  'case-cost': 2,
  forecast: 2,
  budget: 2,
  'reported-cost': 2,
  'earned-value': 2,
  'actual-cost': 2,
  'planned-value': 2,
  finish: 0,
};

/** Quotients on the way to a figure that is rounded to its unit and measured again. */
const EXACT_PLACES = 30;

const ONE = Decimal.of(1);
const DAY_MS = 86_400_000;

/** The input's values at which a measure comes out at `at`, with all else as it is. */
type Solve = (component: MeasuredComponent, at: Decimal) => readonly Decimal[];

const quotient = (above: Decimal, below: Decimal): readonly Decimal[] =>
  below.isZero ? [] : [above.dividedBy(below, EXACT_PLACES)];

/** For x / `other`. */
const asDividend =
  (other: Field): Solve =>
  (component, at) => {
    const divisor = component[other];
    return divisor === undefined ? [] : [Decimal.of(divisor).times(at)];
  };

/** For `other` / x. */
const asDivisor =
  (other: Field): Solve =>
  (component, at) => {
    const dividend = component[other];
    return dividend === undefined ? [] : quotient(Decimal.of(dividend), at);
  };

/** |x − budget| / |budget|. */
const asForecast: Solve = ({ budget }, at) => {
  if (budget === undefined) return [];
  const base = Decimal.of(budget);
  const away = base.absolute().times(at);
  return [base.plus(away), base.minus(away)];
};

/** |forecast − x| / |x|. */
const asBudget: Solve = ({ forecast }, at) => {
  if (forecast === undefined) return [];
  const above = Decimal.of(forecast);
  return [...quotient(above, ONE.plus(at)), ...quotient(above, ONE.minus(at))];
};

const asItself: Solve = (_, at) => [at];

/** The cost of a case is the whole-life cost as long as no report gives one. */
const asCaseCost: Solve = ({ wholeLifeCost }, at) => (wholeLifeCost === undefined ? [at] : []);

/** Which measures read an input, and how each is solved for it. Slip is in days from the finish first reported. */
const READ_BY: Readonly<Record<NumberInput, Readonly<Partial<Record<Measure, Solve>>>>> = {
  'expected-benefits': { 'benefit-cost-ratio': asDividend('caseCost') },
  'case-cost': { 'benefit-cost-ratio': asDivisor('expectedBenefits'), 'whole-life-cost': asCaseCost },
  forecast: { 'budget-variance': asForecast },
  budget: { 'budget-variance': asBudget },
  'reported-cost': { 'whole-life-cost': asItself },
  'earned-value': {
    'cost-performance': asDividend('actualCost'),
    'schedule-performance': asDividend('plannedValue'),
  },
  'actual-cost': { 'cost-performance': asDivisor('earnedValue') },
  'planned-value': { 'schedule-performance': asDivisor('earnedValue') },
  finish: { 'schedule-slip': asItself },
};

/** The number inputs, those first that a case states. */
export const NUMBER_INPUTS = Object.keys(FIELDS) as readonly NumberInput[];

const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** How many days lie between the first reported finish and a day. */
const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The present value of an input; a finish in days after the one first reported. */
export const inputOf = (component: MeasuredComponent, input: NumberInput): Decimal | undefined => {
  const { finish, firstReportedFinish } = component;
  if (input !== 'finish') {
    const text = component[FIELDS[input]];
    return text === undefined ? undefined : Decimal.of(text);
  }
  if (finish === undefined || firstReportedFinish === undefined) return undefined;
  return Decimal.of(daysBetween(firstReportedFinish, finish));
};

/** How a value of an input is written: an amount, or the day of a finish. */
export const inputText = (
  { firstReportedFinish = '' }: MeasuredComponent,
  input: NumberInput,
  value: Decimal,
): string =>
  input === 'finish' ? daysAfter(firstReportedFinish, Number(value.toString())) : value.toString();

/** A component with another value of one input. */
export const withInput = (
  component: MeasuredComponent,
  input: NumberInput,
  value: Decimal,
): MeasuredComponent => ({ ...component, [FIELDS[input]]: inputText(component, input, value) });

/** Stated in a business case, and nowhere where there is none. */
const CASE_INPUTS: ReadonlySet<NumberInput> = new Set<NumberInput>(['case-cost', 'expected-benefits']);

/** Measured against a baseline: no report on a proposal gives them. */
const VALUES: ReadonlySet<NumberInput> = new Set<NumberInput>(['planned-value', 'earned-value']);

/** Days a calendar has room for, either way: a slip beyond is no finish that anybody reports. */
const MOST_DAYS = Decimal.of(36_500);

/** A later report may give it: there is a first finish to leave, and it does not come before the start. */
const canFinish = (component: MeasuredComponent, value: Decimal): boolean => {
  const { firstReportedFinish, start = '' } = component;
  if (firstReportedFinish === undefined || value.absolute().compare(MOST_DAYS) > 0) return false;
  return inputText(component, 'finish', value) >= start;
};

/** While a motion is open on a component, nobody revises its case. */
export const isFrozen = ({ hasOpenMotion = false }: MeasuredComponent, input: NumberInput): boolean =>
  hasOpenMotion && CASE_INPUTS.has(input);

/** Whether somebody could report or state that value: none is refused for it. */
export const canBe = (component: MeasuredComponent, input: NumberInput, value: Decimal): boolean => {
  if (input === 'finish') return canFinish(component, value);
  if (value.isNegative || (CASE_INPUTS.has(input) && component.caseCost === undefined)) return false;
  if (VALUES.has(input) && component.isProposal) return false;
  const most = component.baselineCost;
  return input !== 'earned-value' || most === undefined || value.compare(Decimal.of(most)) <= 0;
};

const floor = (value: Decimal, places: number): Decimal => {
  const near = value.rounded(places);
  return near.compare(value) > 0 ? near.minus(unitOf(places)) : near;
};

const unitOf = (places: number): Decimal => ONE.dividedBy(Decimal.of(10n ** BigInt(places)), places);

/**
 * The values of an input, in its unit, around those at which a measure comes out at one of `at`: two on either side of each,
 * for what a measure rounds. Which side they fall on is for a measurement to say.
 */
export const valuesAround = (
  component: MeasuredComponent,
  input: NumberInput,
  measure: Measure,
  at: readonly Decimal[],
): readonly Decimal[] => {
  const solve = READ_BY[input][measure];
  if (!solve) return [];
  const places = PLACES[input];
  const unit = unitOf(places);
  const values = at
    .flatMap((one) => solve(component, one))
    .flatMap((exact) => {
      const below = floor(exact, places);
      return [below.minus(unit), below, below.plus(unit), below.plus(unit).plus(unit)];
    });
  return values.filter((value) => canBe(component, input, value));
};
