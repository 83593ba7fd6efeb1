import { Decimal, isDay, isDecimal, type Policy } from '@docket/kernel';
import type { StatedCase } from './business-case';
import { caseListPolicies } from './case-lists.policy';
import type { ProjectRefusal } from './project.commands';

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
    ? {
        code: 'finish-before-start',
        message: `It would finish on ${finish}, before it starts on ${start}. Give a finish from ${start} on, or an earlier start.`,
      }
    : undefined;

const amountsOf = ({ wholeLifeCost, expectedBenefits }: StatedCase) => ({
  wholeLifeCost,
  expectedBenefits,
});
const daysOf = ({ start, finish }: StatedCase) => ({ start, finish });

export const businessCasePolicies: readonly Policy<StatedCase, ProjectRefusal>[] = [
  ({ name }) => nameGiven(name),
  (businessCase) => amountsWellFormed(amountsOf(businessCase)),
  (businessCase) => amountsNotNegative(amountsOf(businessCase)),
  (businessCase) => daysExist(daysOf(businessCase)),
  finishNotBeforeStart,
  ...caseListPolicies,
];
