import type { Day, DecimalText } from '@docket/kernel';

/** A calendar month, `YYYY-MM`. */
export type Month = string;

/** What is to be spent in one calendar year. */
export type BudgetYear = Readonly<{ year: number; amount: DecimalText }>;

/** Hours of one skill wanted in one month. */
export type DemandLine = Readonly<{ skill: string; month: Month; hours: DecimalText }>;

/** An increment: what is gained from that day on, beside what was gained before it. Increments are added, levels could not be. */
export type PlannedIncrement = Readonly<{ day: Day; amount: DecimalText }>;

/** The unit of a benefit in the portfolio's currency; only these are added to each other. */
export const MONEY = 'money';

/** What the project is for, in its own measure; `owner` is the person who answers for it, also after completion. */
export type PlannedBenefit = Readonly<{
  id: string;
  name: string;
  metric: string;
  /** `money` (the portfolio's currency, however it was spelled), or a unit of its own. */
  unit: string;
  owner: string;
  planned: readonly PlannedIncrement[];
}>;

/** Probability and impact from 1 (least) to 5. What the risk is stands in `riskTexts`, by its id. */
export type Risk = Readonly<{ id: string; probability: number; impact: number; owner?: string }>;

/**
 * The business case as events hold it: amounts in the portfolio's currency. Free texts are `summary`, `scope`, `options`
 * and `riskTexts`; what is absent was not said.
 */
export type BusinessCase = Readonly<{
  name: string;
  summary: string;
  /** What is done and what is not. */
  scope?: string;
  /** What else was considered, and why it lost. */
  options?: string;
  sponsor: string;
  manager: string;
  wholeLifeCost: DecimalText;
  expectedBenefits?: DecimalText;
  start: Day;
  finish: Day;
  department?: string;
  category?: string;
  vendor?: string;
  tags?: readonly string[];
  budgetByYear?: readonly BudgetYear[];
  demand?: readonly DemandLine[];
  benefits?: readonly PlannedBenefit[];
  risks?: readonly Risk[];
  /** The texts of the risks, as `riskTextsOf` writes them: one free text, so that it can be redacted as one. */
  riskTexts?: string;
}>;

/** A risk as somebody states it. */
export type StatedRisk = Risk & Readonly<{ description: string; response?: string }>;

/** A benefit as somebody states it: whether it has an owner is for the rules to say. */
export type StatedBenefit = Omit<PlannedBenefit, 'owner'> & Readonly<{ owner?: string }>;

/** The business case as somebody states it, before its rules were asked. */
export type StatedCase = Omit<BusinessCase, 'risks' | 'riskTexts' | 'benefits'> &
  Readonly<{ risks?: readonly StatedRisk[]; benefits?: readonly StatedBenefit[] }>;

/** What a body authorised, beside the scope: cost, dates, and benefits as planned. Increments and years as in the case. */
export type Baseline = Readonly<{
  wholeLifeCost: DecimalText;
  expectedBenefits?: DecimalText;
  budgetByYear?: readonly BudgetYear[];
  start: Day;
  finish: Day;
  benefits?: readonly PlannedBenefit[];
}>;

/** The baseline as first authorised, and as it stands now. They differ only after a decision to re-baseline. */
export type Baselines = Readonly<{ original: Baseline; current: Baseline }>;

/** The first baseline is the original, and stays it; a later one is the current. */
export const baselinesAfter = (
  before: Baselines | null | undefined,
  authorised: Baseline | undefined,
): Baselines | undefined =>
  authorised ? { original: before?.original ?? authorised, current: authorised } : (before ?? undefined);
