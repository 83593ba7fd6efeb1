import { byCodeUnits, Decimal, type DecimalText } from '@docket/kernel';
import type {
  BudgetYear,
  BusinessCase,
  DemandLine,
  PlannedBenefit,
  Risk,
  StatedBenefit,
  StatedCase,
  StatedRisk,
} from './business-case';
import { riskTextsOf } from './risk-texts';

/** One way to write one number: `100.00` and `100` are no difference. */
export const canonical = (amount: DecimalText): DecimalText => Decimal.of(amount).toString();

/** The fields that say something: nothing, and a list of nothing, are left out. */
const said = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>;

const sorted = <T>(items: readonly T[] | undefined, keyOf: (item: T) => string): readonly T[] =>
  [...(items ?? [])].sort((a, b) => byCodeUnits(keyOf(a), keyOf(b)));

const tagsOf = (tags: readonly string[] = []): readonly string[] => [...new Set(tags)].sort(byCodeUnits);

const yearsOf = (years?: readonly BudgetYear[]): readonly BudgetYear[] =>
  sorted(years, ({ year }) => String(year)).map(({ year, amount }) => ({ year, amount: canonical(amount) }));

const demandOf = (lines?: readonly DemandLine[]): readonly DemandLine[] =>
  sorted(lines, ({ skill, month }) => `${skill}\n${month}`).map(({ skill, month, hours }) => ({
    skill,
    month,
    hours: canonical(hours),
  }));

const benefitsOf = (benefits?: readonly StatedBenefit[]): readonly PlannedBenefit[] =>
  sorted(benefits, ({ id }) => id).map(({ id, name, metric, unit, owner = '', planned }) => ({
    id,
    name,
    metric,
    unit,
    owner,
    planned: sorted(planned, ({ day }) => day).map(({ day, amount }) => ({ day, amount: canonical(amount) })),
  }));

const risksOf = (risks: readonly StatedRisk[]): readonly Risk[] =>
  risks.map(({ id, probability, impact, owner }) => ({
    id,
    probability,
    impact,
    ...(owner === undefined ? {} : { owner }),
  }));

const listsOf = (stated: StatedCase): Partial<BusinessCase> => {
  const risks = sorted(stated.risks, ({ id }) => id);
  return said({
    tags: tagsOf(stated.tags),
    budgetByYear: yearsOf(stated.budgetByYear),
    demand: demandOf(stated.demand),
    benefits: benefitsOf(stated.benefits),
    risks: risksOf(risks),
    riskTexts: risks.length === 0 ? undefined : riskTextsOf(risks),
  });
};

/**
 * The business case among the fields of a command, in the one form that events hold: amounts canonical, lists in order, the
 * texts of risks in a field of words. Asked of a tidied case, after its policies.
 */
export const businessCaseOf = (stated: StatedCase): BusinessCase => {
  const { name, summary, sponsor, manager, wholeLifeCost, expectedBenefits, start, finish } = stated;
  const { scope, options, department, category, vendor } = stated;
  const benefits = expectedBenefits === undefined ? undefined : canonical(expectedBenefits);
  return {
    name,
    summary,
    sponsor,
    manager,
    wholeLifeCost: canonical(wholeLifeCost),
    start,
    finish,
    ...said({ scope, options, department, category, vendor, expectedBenefits: benefits }),
    ...listsOf(stated),
  };
};
