import { dayOf, type DecisionContext, type Policy } from '@docket/kernel';
import { amountsNotNegative, daysExist, finishNotBeforeStart } from './business-case.policy';
import { confidenceScales, levelsOf } from './delivery-confidence';
import type { PortfolioFacts, ProjectRefusal, Report } from './project.commands';
import type { ReportedFigures } from './project.events';
import type { KnownProject } from './project.state';

export type Reporting = Readonly<{
  data: Report;
  portfolio: PortfolioFacts;
  state: KnownProject;
  context: DecisionContext;
}>;

/** The figures that are amounts. */
export const amountsOf = (figures: ReportedFigures) => {
  const { start: _, finish: __, ...amounts } = figures;
  return amounts;
};

/** Imported figures stand as somebody else published them: below zero, or finishing before they start. */
const live =
  (policy: Policy<Reporting, ProjectRefusal>): Policy<Reporting, ProjectRefusal> =>
  (reporting) =>
    reporting.context.origin === 'live' ? policy(reporting) : undefined;

/** Asked of a report whose amounts are well formed. */
export const reportPolicies: readonly Policy<Reporting, ProjectRefusal>[] = [
  live(({ data }) => amountsNotNegative(amountsOf(data.figures))),
  ({ data: { reportedFor, figures } }) =>
    daysExist({ reportedFor, start: figures.start, finish: figures.finish }),
  live(({ data }) => finishNotBeforeStart(data.figures)),
  function confidenceIsOnItsScale({ data: { confidence } }) {
    if (!confidence) return undefined;
    const levels = levelsOf(confidence.scale);
    if (levels?.includes(confidence.rating)) return undefined;
    return {
      code: 'confidence-off-scale',
      message: levels
        ? `"${confidence.rating}" is no level of the scale ${confidence.scale}. Its levels are ${levels.join(', ')}.`
        : `There is no confidence scale "${confidence.scale}". There are ${confidenceScales.join(' and ')}.`,
    };
  },
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
