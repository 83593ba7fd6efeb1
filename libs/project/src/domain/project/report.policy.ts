import { dayOf, type DecisionContext, type Policy } from '@docket/kernel';
import { daysExist } from './business-case.policy';
import type { PortfolioFacts, ProjectRefusal, Report } from './project.commands';
import type { KnownProject } from './project.state';
import { contentPolicies, liveContentPolicies, type Told } from './report-content.policy';

export type Reporting = Readonly<{
  data: Report;
  portfolio: PortfolioFacts;
  state: KnownProject;
  context: DecisionContext;
}>;

const told = ({ data, state }: Reporting) => ({ content: data, state });

/** Imported figures stand as somebody else published them: below zero, or finishing before they start. */
const live =
  (policy: Policy<Told, ProjectRefusal>): Policy<Reporting, ProjectRefusal> =>
  (reporting) =>
    reporting.context.origin === 'live' ? policy(told(reporting)) : undefined;

/** What is said must hold together; asked of a report whose amounts are well formed. */
export const sayingPolicies: readonly Policy<Reporting, ProjectRefusal>[] = [
  ({ data: { reportedFor } }) => daysExist({ reportedFor }),
  ...contentPolicies.map(
    (policy): Policy<Reporting, ProjectRefusal> =>
      (reporting) =>
        policy(told(reporting)),
  ),
  ...liveContentPolicies.map(live),
];

/** When and of what somebody can report for the first time. */
export const reportPolicies: readonly Policy<Reporting, ProjectRefusal>[] = [
  ...sayingPolicies,
  function projectIsInThePortfolio({ state }) {
    if (state.status !== 'left') return undefined;
    return {
      code: 'project-left',
      message: `"${state.name}" has left the portfolio. Note its return first.`,
    };
  },
  function somethingIsLeftToReport({ state }) {
    if (state.status !== 'withdrawn' && state.status !== 'rejected') return undefined;
    return {
      code: 'project-ended',
      message: `"${state.name}" was ${state.status}: nothing is done that could be reported.`,
    };
  },
  function reportLiesInThePast({ data, portfolio, context }) {
    const today = dayOf(context.now, portfolio.status === 'open' ? portfolio.timeZone : 'UTC');
    if (data.reportedFor <= today) return undefined;
    return {
      code: 'report-from-the-future',
      message: `It is ${today}; a report for ${data.reportedFor} comes too early.`,
    };
  },
  function projectIsKnownByThen({ data, state }) {
    if (data.reportedFor >= state.since) return undefined;
    return {
      code: 'report-before-project',
      message: `"${state.name}" is known since ${state.since}. Report for that day or a later one.`,
    };
  },
  function reportsComeInOrder({ data, state }) {
    const last = [...state.reports.keys()].at(-1);
    if (last === undefined || data.reportedFor >= last) return undefined;
    return {
      code: 'report-out-of-order',
      message: `The last report of "${state.name}" is for ${last}. Report for a later day.`,
    };
  },
];
