import { dayOf, type DecisionContext, type Policy } from '@docket/kernel';
import {
  amountsNotNegative,
  amountsWellFormed,
  daysExist,
  finishNotBeforeStart,
} from './business-case.policy';
import type { ClosureContent } from './closure.events';
import type { PortfolioFacts } from './on-project';
import type { ProjectRefusal } from './project.commands';
import type { KnownProject } from './project.state';

/** A closure report with what it is judged by. */
export type Closing = Readonly<{
  data: ClosureContent & Readonly<{ portfolio: PortfolioFacts }>;
  state: KnownProject;
  context: DecisionContext;
}>;

const datesOf = ({ start, finish }: ClosureContent) => ({
  ...(start === undefined ? {} : { start }),
  finish,
});

/** What must hold of what a closure report says, given or corrected. */
export const closingPolicies: readonly Policy<Closing, ProjectRefusal>[] = [
  function workHasEnded({ state: { name, status } }) {
    if (status === 'completed' || status === 'killed') return undefined;
    return {
      code: 'project-not-ended',
      message: `"${name}" is ${status}: a body decides "complete" or "kill" on authorised work first, then it is closed.`,
    };
  },
  ({ data }) => amountsWellFormed({ finalCost: data.finalCost.amount }),
  ({ data }) => amountsNotNegative({ finalCost: data.finalCost.amount }),
  function costIsInTheCurrencyOfThePortfolio({ data: { finalCost, portfolio } }) {
    if (portfolio.status === 'absent' || finalCost.currency === portfolio.currency) return undefined;
    return {
      code: 'another-currency',
      message: `The final cost is in ${finalCost.currency}, and this portfolio counts in ${portfolio.currency}. Nothing is converted here: state it in ${portfolio.currency}.`,
    };
  },
  ({ data }) => daysExist(datesOf(data)),
  ({ data }) => finishNotBeforeStart(datesOf(data)),
  function completedWorkHasBegun({ data: { start }, state: { status } }) {
    if (start !== undefined || status !== 'completed') return undefined;
    return { code: 'start-missing', message: 'Completed work began on a day: say which.' };
  },
  function itIsOverByNow({ data: { finish, portfolio }, context }) {
    const today = dayOf(context.at, portfolio.status === 'open' ? portfolio.timeZone : 'UTC');
    if (finish <= today) return undefined;
    return {
      code: 'closure-from-the-future',
      message: `It is ${today}, and the work would end on ${finish}. Close it once it has ended.`,
    };
  },
  function somethingWasLearned({ data: { lessons } }) {
    if (lessons.trim() !== '') return undefined;
    return {
      code: 'lessons-missing',
      message: 'Write what was learned: who plans the next work of this kind will look for it.',
    };
  },
  function somebodyOwnsTheBenefits({ data: { benefitOwner, noOwnerReason = '' }, state: { status } }) {
    if (benefitOwner !== undefined || (status === 'killed' && noOwnerReason.trim() !== '')) return undefined;
    return {
      code: 'benefit-owner-missing',
      message:
        status === 'killed'
          ? 'Name who owns its benefits from now on, or write why nobody does.'
          : 'Name who owns its benefits from now on: what was delivered is to pay back after it has ended.',
    };
  },
  function ownerOrReasonNotBoth({ data: { benefitOwner, noOwnerReason } }) {
    if (benefitOwner === undefined || noOwnerReason === undefined) return undefined;
    return {
      code: 'benefit-owner-contradicted',
      message: `${benefitOwner} owns its benefits: there is no reason to give why nobody does. Leave one of them out.`,
    };
  },
];
