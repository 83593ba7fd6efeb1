import type { DecisionContext, Policy } from '@docket/kernel';
import type { PortfolioState } from './portfolio.decider';

/** What every command within a portfolio brings to these rules: the portfolio as gathered, and who asks when. */
export type InPortfolio = Readonly<{ portfolio: PortfolioState; context: DecisionContext }>;

export type InPortfolioRefusal = 'portfolio-unknown' | 'history-settled' | 'history-out-of-order';

/** Imported history enters only an open portfolio, at the moment its import has reached; what happens now enters any. */
export const historyPolicies: readonly Policy<InPortfolio, InPortfolioRefusal>[] = [
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
      message: `The dates of "${portfolio.name}" are settled. Imported history needs a portfolio without any live event.`,
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
];
