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
export { OpenPortfolioCommand } from './features/open-portfolio/open-portfolio.command';
export { ReachHistoryCommand } from './features/reach-history/reach-history.command';
export {
  importsUnderWay,
  ImportsUnderWay,
  ImportUnderWay,
} from './features/settle-history/imports-under-way';
export { settleBeforeAppend } from './features/settle-history/settle-before-append';
export { portfoliosOf } from './features/list-portfolios/portfolios-of';
export { ListPortfoliosQuery } from './features/list-portfolios/list-portfolios.query';
export { portfolioById } from './features/find-portfolio/portfolio-by';
export { FindPortfolioQuery } from './features/find-portfolio/find-portfolio.query';
export {
  ALL_PORTFOLIOS,
  portfolioProjections,
  portfolioTable,
  type PortfolioRow,
} from './portfolio.projection';
export { type PortfolioView } from './portfolio.view';
export { PortfolioModule } from './portfolio.module';
