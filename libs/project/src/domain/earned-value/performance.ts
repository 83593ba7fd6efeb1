import { Decimal, type DecimalText } from '@docket/kernel';
import type { ReportedFigures } from '../project/status-report';
import {
  exactly,
  figure,
  RATIO,
  ratio,
  type Figure,
  type Outcome,
  type Quotient,
  type Unavailable,
} from './kpi';

/** Planned value, earned value, actual cost and budget at completion, as far as they are known. */
export type Amounts = Readonly<{ pv?: Decimal; ev?: Decimal; ac?: Decimal; bac?: Decimal }>;

const MISSING: Readonly<Record<keyof Amounts, Unavailable>> = {
  pv: 'planned-value-missing',
  ev: 'earned-value-missing',
  ac: 'actual-cost-missing',
  bac: 'baseline-missing',
};

const decimal = (text: DecimalText | undefined): Decimal | undefined =>
  text === undefined ? undefined : Decimal.of(text);

/** Cumulative to the status date of the report. */
export const amountsOf = (figures: ReportedFigures, budgetAtCompletion?: DecimalText): Amounts => {
  const [pv, ev] = [decimal(figures.plannedValue), decimal(figures.earnedValue)];
  const [ac, bac] = [decimal(figures.actualCost), decimal(budgetAtCompletion)];
  return { ...(pv && { pv }), ...(ev && { ev }), ...(ac && { ac }), ...(bac && { bac }) };
};

/** Computes with the amounts named, or says which of them is missing first. */
export const withAmounts = <Name extends keyof Amounts>(
  amounts: Amounts,
  names: readonly Name[],
  compute: (known: Readonly<Record<Name, Decimal>>) => Outcome,
): Outcome => {
  const missing = names.find((name) => amounts[name] === undefined);
  // no name is missing, which the type of the argument cannot say
  return missing === undefined ? compute(amounts as Readonly<Record<Name, Decimal>>) : MISSING[missing];
};

/**
 * Whether more was earned than the whole is worth. A report is refused so; a budget that was lowered after it, or a baseline of
 * another scope, can still leave it there.
 */
export const isEarnedAboveBudget = ({ ev, bac }: Amounts): boolean =>
  ev !== undefined && bac !== undefined && ev.compare(bac) > 0;

/** As `withAmounts`, of what is left to be earned of a budget: nothing is told where less than nothing would be. */
const towardsBudget = <Name extends keyof Amounts>(
  amounts: Amounts,
  names: readonly Name[],
  compute: (known: Readonly<Record<Name, Decimal>>) => Outcome,
): Outcome =>
  withAmounts(amounts, names, (known) =>
    isEarnedAboveBudget(amounts) ? 'earned-value-above-budget' : compute(known),
  );

/** What a report says of plan and cost so far, against no baseline. Source: PMI, Practice Standard for Earned Value Management. */
export type Performance = Readonly<{
  /** SV = EV − PV */
  scheduleVariance: Figure;
  /** SV / PV */
  scheduleVarianceRatio: Figure;
  /** CV = EV − AC */
  costVariance: Figure;
  /** CV / EV */
  costVarianceRatio: Figure;
  /** SPI = EV / PV */
  schedulePerformanceIndex: Figure;
  /** CPI = EV / AC */
  costPerformanceIndex: Figure;
}>;

export const performanceOf = (amounts: Amounts, currency: string): Performance => ({
  scheduleVariance: figure(
    withAmounts(amounts, ['ev', 'pv'], ({ ev, pv }) => exactly(ev.minus(pv))),
    currency,
  ),
  scheduleVarianceRatio: figure(
    withAmounts(amounts, ['ev', 'pv'], ({ ev, pv }) => ratio(ev.minus(pv), pv, 'planned-value-zero')),
    RATIO,
  ),
  costVariance: figure(
    withAmounts(amounts, ['ev', 'ac'], ({ ev, ac }) => exactly(ev.minus(ac))),
    currency,
  ),
  costVarianceRatio: figure(
    withAmounts(amounts, ['ev', 'ac'], ({ ev, ac }) => ratio(ev.minus(ac), ev, 'earned-value-zero')),
    RATIO,
  ),
  schedulePerformanceIndex: figure(
    withAmounts(amounts, ['ev', 'pv'], ({ ev, pv }) => ratio(ev, pv, 'planned-value-zero')),
    RATIO,
  ),
  costPerformanceIndex: figure(
    withAmounts(amounts, ['ev', 'ac'], ({ ev, ac }) => ratio(ev, ac, 'actual-cost-zero')),
    RATIO,
  ),
});

/** One way to expect what the whole will cost, and what follows from it. */
export type Forecast = Readonly<{
  /** EAC */
  estimateAtCompletion: Figure;
  /** ETC = EAC − AC */
  estimateToComplete: Figure;
  /** VAC = BAC − EAC */
  varianceAtCompletion: Figure;
  /** TCPI to this EAC = (BAC − EV) / (EAC − AC) */
  toCompletePerformanceIndex: Figure;
}>;

type EverReported = Readonly<Record<'ev' | 'ac' | 'bac', Decimal>>;

/** `amount` less a quotient, and a quotient less `amount`, still undivided. */
const less = ({ over, under }: Quotient, amount: Decimal): Quotient => ({
  over: over.minus(amount.times(under)),
  under,
});
const negated = ({ over, under }: Quotient): Quotient => ({ over: over.negated(), under });

const isNotAboveZero = ({ over }: Quotient): boolean => over.isNegative || over.isZero;

const forecast = (amounts: Amounts, estimate: Outcome, currency: string): Forecast => {
  const from = (compute: (eac: Quotient, known: EverReported) => Outcome): Outcome =>
    typeof estimate === 'string'
      ? estimate
      : withAmounts(amounts, ['bac', 'ev', 'ac'], (known) => compute(estimate, known));
  return {
    estimateAtCompletion: figure(estimate, currency),
    estimateToComplete: figure(
      from((eac, { ac }) => less(eac, ac)),
      currency,
    ),
    varianceAtCompletion: figure(
      from((eac, { bac }) => negated(less(eac, bac))),
      currency,
    ),
    toCompletePerformanceIndex: figure(
      from((eac, { bac, ev, ac }) => {
        const left = less(eac, ac);
        return isNotAboveZero(left)
          ? 'forecast-spent'
          : ratio(bac.minus(ev).times(left.under), left.over, 'forecast-spent');
      }),
      RATIO,
    ),
  };
};

/**
 * What is to be expected against one baseline. Source: PMI, Practice Standard for Earned Value Management; textbooks round CPI on the
 * way, this does not.
 */
export type Forecasts = Readonly<{
  /** BAC: the whole-life cost as authorised. */
  budgetAtCompletion: Figure;
  /** TCPI to BAC = (BAC − EV) / (BAC − AC) */
  toCompletePerformanceIndex: Figure;
  /** What has been missed goes on: EAC = BAC / CPI = BAC · AC / EV */
  typical: Forecast;
  /** What has been missed was once: EAC = AC + (BAC − EV) */
  atypical: Forecast;
  /** Being late costs, too: EAC = AC + (BAC − EV) / (CPI · SPI) */
  costAndSchedule: Forecast;
}>;

const typical = (amounts: Amounts): Outcome =>
  towardsBudget(amounts, ['bac', 'ev', 'ac'], ({ bac, ev, ac }) =>
    ac.isZero ? 'actual-cost-zero' : ratio(bac.times(ac), ev, 'earned-value-zero'),
  );

const atypical = (amounts: Amounts): Outcome =>
  towardsBudget(amounts, ['bac', 'ev', 'ac'], ({ bac, ev, ac }) => exactly(ac.plus(bac).minus(ev)));

const costAndSchedule = (amounts: Amounts): Outcome =>
  towardsBudget(amounts, ['bac', 'ev', 'ac', 'pv'], ({ bac, ev, ac, pv }) => {
    if (ac.isZero) return 'actual-cost-zero';
    if (pv.isZero) return 'planned-value-zero';
    const squared = ev.times(ev);
    const rest = bac.minus(ev).times(ac).times(pv);
    return ratio(ac.times(squared).plus(rest), squared, 'earned-value-zero');
  });

const toBudget = (amounts: Amounts): Outcome =>
  towardsBudget(amounts, ['bac', 'ev', 'ac'], ({ bac, ev, ac }) =>
    ac.compare(bac) >= 0 ? 'budget-spent' : ratio(bac.minus(ev), bac.minus(ac), 'budget-spent'),
  );

export const forecastsOf = (amounts: Amounts, currency: string): Forecasts => ({
  budgetAtCompletion: figure(
    withAmounts(amounts, ['bac'], ({ bac }) => exactly(bac)),
    currency,
  ),
  toCompletePerformanceIndex: figure(toBudget(amounts), RATIO),
  typical: forecast(amounts, typical(amounts), currency),
  atypical: forecast(amounts, atypical(amounts), currency),
  costAndSchedule: forecast(amounts, costAndSchedule(amounts), currency),
});
