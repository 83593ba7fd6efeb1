import { Decimal, type DecimalText } from '@docket/kernel';

/** Why a figure is not there, each with what would bring it. */
const REASONS = {
  'no-report': 'Nothing has been reported by then.',
  'planned-value-missing':
    'The latest report with any of the values, if there is one, gives no planned value.',
  'planned-value-zero': 'The planned value is zero: a ratio to it means nothing.',
  'earned-value-missing': 'The latest report with any of the values, if there is one, gives no earned value.',
  'earned-value-zero': 'The earned value is zero: a ratio to it means nothing.',
  'actual-cost-missing': 'The latest report with any of the values, if there is one, gives no actual cost.',
  'actual-cost-zero': 'The actual cost is zero: a ratio to it means nothing.',
  'baseline-missing': 'No decision has set a baseline: the budget at completion and the dates are not known.',
  'earned-value-above-budget':
    'The earned value is above the budget at completion of this baseline: it was valued by another one, and what is left of the work cannot be told. Report it, or correct it, by this one.',
  'budget-spent': 'The actual cost has reached the budget at completion: no efficiency brings it back.',
  'forecast-spent': 'The actual cost has reached this estimate at completion: nothing is left to spend.',
  'defects-missing': 'The latest report counts no defects.',
  'size-missing': 'The latest report does not say how large the thing is.',
  'size-zero': 'The size is zero: a ratio to it means nothing.',
  'satisfaction-missing': 'The latest report says nothing of satisfaction.',
  'no-responses': 'Nobody has answered.',
  'mean-missing': 'The latest report gives no mean of the ratings.',
  'asked-missing': 'The latest report does not say how many were asked.',
  'asked-zero': 'Nobody was asked.',
  'requirements-missing': 'The latest report counts no requirements.',
  'none-assessed': 'No requirement has been assessed.',
  'not-finished': 'The work is not completed: a decision says when it is.',
  'finish-missing': 'No finish that was reported still stands.',
  'no-component-knows': 'No component that counts here has all the inputs of this figure.',
} as const;

export type Unavailable = keyof typeof REASONS;

/** A figure that cannot be told, with the reason: never 0. */
export type NotAvailable = Readonly<{ value: null; unavailable: Unavailable; reason: string }>;

/** An exact decimal in its unit: a currency, `ratio`, or what is counted per what. */
export type Figure = Readonly<{ value: DecimalText; unit: string }> | NotAvailable;

/** Whether something is so. */
export type Finding = Readonly<{ value: boolean }> | NotAvailable;

/** A quotient that has not been divided yet, its divisor above zero: what is computed on stays exact. */
export type Quotient = Readonly<{ over: Decimal; under: Decimal }>;

/** A quotient, or why there is none. */
export type Outcome = Quotient | Unavailable;

/** The unit of one thing divided by another of the same kind. */
export const RATIO = 'ratio';

/** Places to which a quotient is rounded, half-even, as the last step. */
const PLACES = 12;

const ONE = Decimal.of(1);

/** An amount as it is: nothing to divide by. */
export const exactly = (amount: Decimal): Quotient => ({ over: amount, under: ONE });

/** `whenZero` says why a divisor of zero gives nothing. */
export const ratio = (over: Decimal, under: Decimal, whenZero: Unavailable): Outcome => {
  if (under.isZero) return whenZero;
  return under.isNegative ? { over: over.negated(), under: under.negated() } : { over, under };
};

const isQuotient = (outcome: Outcome): outcome is Quotient => typeof outcome !== 'string';

export const notAvailable = (unavailable: Unavailable): NotAvailable => ({
  value: null,
  unavailable,
  reason: REASONS[unavailable],
});

/** A quotient divided at last: exact where the divisor is one, else half-even to 12 places. */
export const figure = (outcome: Outcome, unit: string): Figure => {
  if (!isQuotient(outcome)) return notAvailable(outcome);
  const { over, under } = outcome;
  const value = under.equals(ONE) ? over : over.dividedBy(under, PLACES);
  return { value: value.toString(), unit };
};
