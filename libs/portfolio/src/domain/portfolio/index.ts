import { derivedUuid, nameKey, type Aggregate } from '@docket/kernel';
import { codec } from './portfolio.codec';
import {
  decider,
  type PortfolioCommand,
  type PortfolioRefusal,
  type PortfolioState,
} from './portfolio.decider';
import type { PortfolioEvent } from './portfolio.events';

export * from './portfolio.decider';
export * from './portfolio.events';
export { codec } from './portfolio.codec';

/** A portfolio; its own stream stands on its own timeline. */
export const Portfolio: Aggregate<PortfolioState, PortfolioCommand, PortfolioEvent, PortfolioRefusal> = {
  category: 'portfolio',
  decider,
  codec,
  portfolioOf: (state) => (state.status === 'open' ? state.portfolioId : undefined),
};

/** The id of the portfolio of that name, in whatever spelling (`nameKey`): two of one name meet in one stream. */
export const portfolioIdOf = (name: string): string => derivedUuid('portfolio', nameKey(name));
