export {
  Portfolio,
  portfolioIdOf,
  type OpenedPortfolio,
  type OpenPortfolio,
  type PortfolioEvent,
  type PortfolioOpened,
  type PortfolioRefusal,
  type PortfolioState,
  type ReachHistory,
  type Reached,
  type SettleHistory,
} from './domain/portfolio';
