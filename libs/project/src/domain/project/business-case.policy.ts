import { Decimal, isDay, isDecimal, type DecimalText, type Policy } from '@docket/kernel';
import type { ProjectRefusal } from './project.commands';
import type { BusinessCase } from './project.events';

type Found = ReturnType<Policy<unknown, ProjectRefusal>>;

export const nameGiven = (name: string): Found =>
  name.trim() === ''
    ? { code: 'name-blank', message: 'A project needs a name people can call it by.' }
    : undefined;

/** The first of these texts that is given and no plain decimal. */
export const amountsWellFormed = (amounts: Readonly<Record<string, string | undefined>>): Found => {
  const [field, text] = Object.entries(amounts).find(([, one]) => one !== undefined && !isDecimal(one)) ?? [];
  return field === undefined
    ? undefined
    : {
        code: 'amount-malformed',
        message: `${field} is "${text}". Write an amount as digits with a point: 1250.50.`,
      };
};

/** Asked after `amountsWellFormed`. */
export const amountsNotNegative = (amounts: Readonly<Record<string, string | undefined>>): Found => {
  const [field, text] =
    Object.entries(amounts).find(([, one]) => isDecimal(one) && Decimal.of(one).isNegative) ?? [];
  return field === undefined
    ? undefined
    : { code: 'amount-negative', message: `${field} is ${text}. An amount is zero or more.` };
};

export const daysExist = (days: Readonly<Record<string, string | undefined>>): Found => {
  const [field, text] = Object.entries(days).find(([, one]) => one !== undefined && !isDay(one)) ?? [];
  return field === undefined
    ? undefined
    : { code: 'day-malformed', message: `${field} is "${text}". Write a day that exists, like 2026-03-31.` };
};

export const finishNotBeforeStart = ({
  start,
  finish,
}: Readonly<{ start?: string; finish?: string }>): Found =>
  start !== undefined && finish !== undefined && finish < start
    ? { code: 'finish-before-start', message: `It would finish on ${finish}, before it starts on ${start}.` }
    : undefined;

const amountsOf = ({ wholeLifeCost, expectedBenefits }: BusinessCase) => ({
  wholeLifeCost,
  expectedBenefits,
});
const daysOf = ({ start, finish }: BusinessCase) => ({ start, finish });

export const businessCasePolicies: readonly Policy<BusinessCase, ProjectRefusal>[] = [
  ({ name }) => nameGiven(name),
  (businessCase) => amountsWellFormed(amountsOf(businessCase)),
  (businessCase) => amountsNotNegative(amountsOf(businessCase)),
  (businessCase) => daysExist(daysOf(businessCase)),
  finishNotBeforeStart,
];

/** One way to write one number: `100.00` and `100` are no difference. */
export const canonical = (amount: DecimalText): DecimalText => Decimal.of(amount).toString();

/** The business case among the fields of a command, its amounts canonical; asked after its policies. */
export const businessCaseOf = (given: BusinessCase): BusinessCase => {
  const {
    name,
    summary,
    sponsor,
    manager,
    wholeLifeCost,
    expectedBenefits,
    start,
    finish,
    department,
    category,
  } = given;
  return {
    name,
    summary,
    sponsor,
    manager,
    wholeLifeCost: canonical(wholeLifeCost),
    ...(expectedBenefits === undefined ? {} : { expectedBenefits: canonical(expectedBenefits) }),
    start,
    finish,
    ...(department === undefined ? {} : { department }),
    ...(category === undefined ? {} : { category }),
  };
};
