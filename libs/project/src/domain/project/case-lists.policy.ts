import { Decimal, isDay, isDecimal, nameKey, type Policy } from '@docket/kernel';
import { MONEY, type StatedBenefit, type StatedCase } from './business-case';
import type { ProjectRefusal } from './project.commands';

type CasePolicy = Policy<StatedCase, ProjectRefusal>;

/** The first two texts that are one but for their capitals. */
const alike = (texts: readonly string[]): readonly [string, string] | undefined => {
  const first = new Map<string, string>();
  for (const text of texts) {
    const before = first.get(nameKey(text));
    if (before !== undefined) return [before, text];
    first.set(nameKey(text), text);
  }
  return undefined;
};

/** The first of the texts that stands there twice. */
const twice = (texts: readonly string[]): string | undefined =>
  texts.find((text, at) => texts.indexOf(text) !== at);

const sumOf = (amounts: readonly string[]): Decimal =>
  Decimal.sum(amounts.map((amount) => Decimal.of(amount)));

/** Every amount of the lists of a case, with the words a refusal calls it by. */
const amountsIn = ({ budgetByYear = [], demand = [], benefits = [] }: StatedCase) => [
  ...budgetByYear.map(({ year, amount }) => [`the budget of ${year}`, amount] as const),
  ...demand.map(({ skill, month, hours }) => [`the demand for ${skill} in ${month}`, hours] as const),
  ...benefits.flatMap(({ id, planned }) =>
    planned.map(({ day, amount }) => [`benefit "${id}" of ${day}`, amount] as const),
  ),
];

const amountsAreWellFormed: CasePolicy = (stated) => {
  const [what, text] = amountsIn(stated).find(([, one]) => !isDecimal(one)) ?? [];
  return what === undefined
    ? undefined
    : { code: 'amount-malformed', message: `${what} is "${text}". Write digits with a point: 1250.50.` };
};

const amountsAreNotNegative: CasePolicy = (stated) => {
  const [what, text] = amountsIn(stated).find(([, one]) => Decimal.of(one).isNegative) ?? [];
  return what === undefined
    ? undefined
    : { code: 'amount-negative', message: `${what} is ${text}. It is zero or more.` };
};

const yearsLieInsideTheDates: CasePolicy = ({ budgetByYear = [], start, finish }) => {
  const [first, last] = [Number(start.slice(0, 4)), Number(finish.slice(0, 4))];
  const outside = budgetByYear.find(({ year }) => !(year >= first && year <= last));
  return outside === undefined
    ? undefined
    : {
        code: 'budget-year-outside-dates',
        message: `It runs from ${start} to ${finish}; a budget for ${outside.year} lies outside. Budget the years from ${first} to ${last}.`,
      };
};

const eachYearHasOneBudget: CasePolicy = ({ budgetByYear = [] }) => {
  const year = twice(budgetByYear.map((one) => String(one.year)));
  return year === undefined
    ? undefined
    : { code: 'budget-year-twice', message: `${year} has two budgets. Give each year one.` };
};

const budgetsSumToTheCost: CasePolicy = ({ budgetByYear = [], wholeLifeCost }) => {
  const sum = sumOf(budgetByYear.map(({ amount }) => amount));
  return budgetByYear.length === 0 || sum.equals(Decimal.of(wholeLifeCost))
    ? undefined
    : {
        code: 'budget-does-not-sum',
        message: `The years add up to ${sum.toString()}, the whole-life cost is ${wholeLifeCost}. Make them equal.`,
      };
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

const monthsExist: CasePolicy = ({ demand = [] }) => {
  const wrong = demand.find(({ month }) => !MONTH.test(month));
  return (
    wrong && { code: 'month-malformed', message: `"${wrong.month}" is no month. Write one like 2027-04.` }
  );
};

const demandLiesInsideTheDates: CasePolicy = ({ demand = [], start, finish }) => {
  const outside = demand.find(({ month }) => month < start.slice(0, 7) || month > finish.slice(0, 7));
  return (
    outside && {
      code: 'demand-outside-dates',
      message: `It runs from ${start} to ${finish}; ${outside.skill} is wanted in ${outside.month}. Move the demand, or the dates.`,
    }
  );
};

const eachSkillIsWantedOnceAMonth: CasePolicy = ({ demand = [] }) => {
  const lines = alike(demand.map(({ skill, month }) => `${skill} in ${month}`));
  if (!lines) return undefined;
  const told = [...new Set(lines)].join(' and ');
  return { code: 'demand-twice', message: `There are two lines for ${told}. Add their hours up in one.` };
};

/** What is added up by skill must not come apart by its capitals. */
const eachSkillIsSpelledOneWay: CasePolicy = ({ demand = [] }) => {
  const skills = alike([...new Set(demand.map(({ skill }) => skill))]);
  return (
    skills && {
      code: 'spelled-two-ways',
      message: `"${skills[0]}" and "${skills[1]}" are one skill. Spell it in one way.`,
    }
  );
};

const eachTagIsSpelledOneWay: CasePolicy = ({ tags = [] }) => {
  const two = alike([...new Set(tags)]);
  return (
    two && {
      code: 'spelled-two-ways',
      message: `"${two[0]}" and "${two[1]}" are one tag. Spell it in one way.`,
    }
  );
};

const hoursAreAboveZero: CasePolicy = ({ demand = [] }) => {
  const none = demand.find(({ hours }) => Decimal.of(hours).isZero);
  return (
    none && {
      code: 'demand-without-hours',
      message: `${none.skill} in ${none.month} is wanted for no hours. Leave the line out.`,
    }
  );
};

const benefitsHaveOwners: CasePolicy = ({ benefits = [] }) => {
  const lost = benefits.find(({ owner = '' }) => owner.trim() === '');
  return (
    lost && {
      code: 'benefit-without-owner',
      message: `Nobody owns the benefit "${lost.name}". Name the person who answers for it, also after completion.`,
    }
  );
};

const benefitsAreDistinct: CasePolicy = ({ benefits = [] }) => {
  const ids = alike(benefits.map((one) => one.id));
  if (ids) return { code: 'benefit-twice', message: `Two benefits have ${oneId(ids)}. Give each its own.` };
  const names = alike(benefits.map((one) => one.name));
  return (
    names && {
      code: 'benefit-twice',
      message: `Two benefits are called "${names[0]}"${names[0] === names[1] ? '' : ` and "${names[1]}"`}. Give each a name of its own, or add their increments up in one.`,
    }
  );
};

/** An id that two have, in each way it is spelled. */
const oneId = ([one, other]: readonly [string, string]): string =>
  one === other ? `the id "${one}"` : `one id, "${one}" and "${other}"`;

const daysIn = ({ planned }: StatedBenefit): readonly string[] => planned.map(({ day }) => day);

const incrementsHaveDays: CasePolicy = ({ benefits = [] }) => {
  const day = benefits.flatMap(daysIn).find((one) => !isDay(one));
  return day === undefined
    ? undefined
    : {
        code: 'day-malformed',
        message: `A benefit is planned for "${day}". Write a day that exists, like 2026-03-31.`,
      };
};

/** Asked once the days are days. */
const nothingIsEarnedBeforeTheStart: CasePolicy = ({ benefits = [], start }) => {
  const early = benefits.find((one) => daysIn(one).some((day) => day < start));
  return (
    early && {
      code: 'benefit-before-start',
      message: `Benefit "${early.id}" is planned for ${daysIn(early).toSorted()[0] ?? ''}, and the work starts on ${start}: nothing is earned before that. Plan it from ${start} on.`,
    }
  );
};

const incrementsAreDistinct: CasePolicy = ({ benefits = [] }) => {
  const doubled = benefits.find((one) => twice(daysIn(one)) !== undefined);
  return (
    doubled && {
      code: 'increment-twice',
      message: `Benefit "${doubled.id}" has two increments for ${twice(daysIn(doubled)) ?? 'a day'}. Add them up in one.`,
    }
  );
};

const moneyAddsUp: CasePolicy = ({ benefits = [], expectedBenefits }) => {
  const money = benefits.filter(({ unit }) => unit === MONEY);
  if (money.length === 0 || expectedBenefits === undefined) return undefined;
  const sum = sumOf(money.flatMap(({ planned }) => planned.map(({ amount }) => amount)));
  return sum.equals(Decimal.of(expectedBenefits))
    ? undefined
    : {
        code: 'benefits-do-not-sum',
        message: `The benefits in money add up to ${sum.toString()}, ${expectedBenefits} are expected. Make them equal, or leave expectedBenefits out.`,
      };
};

const risksAreDistinct: CasePolicy = ({ risks = [] }) => {
  const ids = alike(risks.map((one) => one.id));
  return ids && { code: 'risk-twice', message: `Two risks have ${oneId(ids)}. Give each its own.` };
};

const isLevel = (level: number): boolean => Number.isInteger(level) && level >= 1 && level <= 5;

const risksAreOnTheScale: CasePolicy = ({ risks = [] }) => {
  const off = risks.find(({ probability, impact }) => !isLevel(probability) || !isLevel(impact));
  return (
    off && {
      code: 'risk-off-scale',
      message: `Risk "${off.id}" has probability ${off.probability} and impact ${off.impact}. Each is a whole number from 1 (least) to 5.`,
    }
  );
};

/** Asked of a case whose own amounts and days are well formed and in order. */
export const caseListPolicies: readonly CasePolicy[] = [
  amountsAreWellFormed,
  amountsAreNotNegative,
  yearsLieInsideTheDates,
  eachYearHasOneBudget,
  budgetsSumToTheCost,
  monthsExist,
  demandLiesInsideTheDates,
  eachSkillIsWantedOnceAMonth,
  eachSkillIsSpelledOneWay,
  hoursAreAboveZero,
  benefitsHaveOwners,
  benefitsAreDistinct,
  incrementsHaveDays,
  incrementsAreDistinct,
  nothingIsEarnedBeforeTheStart,
  moneyAddsUp,
  risksAreDistinct,
  risksAreOnTheScale,
  eachTagIsSpelledOneWay,
];
