import { Module } from '@nestjs/common';
import { FindPortfolioHandler } from './features/find-portfolio/find-portfolio.handler';
import { ListPortfoliosHandler } from './features/list-portfolios/list-portfolios.handler';
import { OpenPortfolioHandler } from './features/open-portfolio/open-portfolio.handler';
import { ReachHistoryHandler } from './features/reach-history/reach-history.handler';

/** Answers the commands and queries of this context; the app provides COMMAND_RUNTIME. */
@Module({
  providers: [OpenPortfolioHandler, ReachHistoryHandler, ListPortfoliosHandler, FindPortfolioHandler],
})
export class PortfolioModule {}
