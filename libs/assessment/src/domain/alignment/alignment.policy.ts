import type { DecisionContext, Policy } from '@docket/kernel';
import type { AlignmentRefusal, ComponentFacts, ObjectiveFacts, PortfolioFacts } from './alignment.commands';
import { CONTRIBUTION_SCALE, CONTRIBUTION_SCALES, contributionLevel } from './contribution-scale';

/** Who asks for what on which component. */
export type Asked = Readonly<{
  portfolio: PortfolioFacts;
  component: ComponentFacts;
  context: DecisionContext;
}>;

/** What holds of every command; asked in this order. */
export const askingPolicies: readonly Policy<Asked, AlignmentRefusal>[] = [
  function withinReach({ component: { name, people }, context: { actor, reach } }) {
    if (reach === 'anything' || people.includes(actor)) return undefined;
    return {
      code: 'not-yours',
      message: `${actor} neither proposed nor sponsors nor manages "${name}": only they or the PMO may do this.`,
    };
  },
  function portfolioIsKnown({ portfolio }) {
    if (portfolio.status === 'open') return undefined;
    return {
      code: 'portfolio-unknown',
      message: 'There is no such portfolio. List the portfolios, or open it first.',
    };
  },
  function historyIsOpen({ portfolio, context }) {
    if (context.origin === 'live' || portfolio.status === 'absent' || portfolio.history === 'open')
      return undefined;
    return {
      code: 'history-settled',
      message:
        'The dates of this portfolio are settled. Imported history needs a portfolio without any live event.',
    };
  },
  function historyHasReachedThisMoment({ portfolio, context }) {
    if (context.origin === 'live' || portfolio.status === 'absent' || portfolio.reachedAt === context.at)
      return undefined;
    return {
      code: 'history-out-of-order',
      message: `Imported history has reached ${portfolio.reachedAt ?? 'nothing yet'}, this was known at ${context.at}. Import the oldest file first.`,
    };
  },
  function componentHasNotLeft({ component: { name, status } }) {
    if (status !== 'left') return undefined;
    return {
      code: 'project-left',
      message: `"${name}" has left the portfolio. Note its return first.`,
    };
  },
  function componentLives({ component: { name, status, stands } }) {
    if (stands) return undefined;
    return {
      code: 'project-ended',
      message: `"${name}" is ${status}: what it contributed stays as it was.`,
    };
  },
];

/** A level for an objective, with why. */
export type Judging = Readonly<{
  objectiveId: string;
  objective: ObjectiveFacts | undefined;
  level: number;
  reason: string;
}>;

/** What holds of every level given, claimed or confirmed; asked in this order. */
export const judgingPolicies: readonly Policy<Judging, AlignmentRefusal>[] = [
  function objectiveIsKnown({ objectiveId, objective }) {
    if (objective) return undefined;
    return {
      code: 'objective-unknown',
      message: `The portfolio of this project has no objective ${objectiveId}. List its objectives.`,
    };
  },
  function objectiveIsActive({ objective }) {
    if (objective?.status !== 'retired') return undefined;
    return {
      code: 'objective-retired',
      message: `"${objective.name}" is retired: nothing more is said to serve it. Choose an active objective.`,
    };
  },
  function levelIsOnTheScale({ level }) {
    if (contributionLevel(CONTRIBUTION_SCALE, level)) return undefined;
    const levels = (CONTRIBUTION_SCALES[CONTRIBUTION_SCALE] ?? []).map((one) => `${one.level} ${one.name}`);
    return {
      code: 'level-off-scale',
      message: `${level} is no level of the scale ${CONTRIBUTION_SCALE}. Its levels are ${levels.join(', ')}.`,
    };
  },
  function reasonIsGiven({ reason }) {
    if (reason.trim() !== '') return undefined;
    return { code: 'reason-blank', message: 'Say why it is so strong: others will ask.' };
  },
];
