import {
  CompareModelsQuery,
  ModelByIdQuery,
  ModelsQuery,
  MovesQuery,
  ObjectiveCoverageQuery,
  PortfolioAssessmentsQuery,
  type ModelComparison,
  type ModelSummary,
} from '@docket/assessment';
import { nameKey, type Reading } from '@docket/kernel';
import { CompositionQuery, GoalProgressQuery, ObjectivesQuery } from '@docket/portfolio';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@docket/contracts';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { MovedEvents } from '../http/moved-events';
import { asOfView, Readings } from '../http/reading';
import { orProblem } from '../problems/problem';
import type { Asked } from './asked';
import { modelsView, type ShownModel } from './models/models.view';
import { movesView } from './moves.view';
import { Pages, type RawQuery, type Shown, type Visit } from './pages';
import { portfolioView } from './strategy/portfolio.view';

/** The pages of one portfolio beside its ranking: strategy and composition, scoring models, and what moved. */
@ApiExcludeController()
@Controller()
export class PortfolioPagesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly events: MovedEvents,
    private readonly pages: Pages,
  ) {}

  @Get('portfolio')
  @Does('read')
  portfolio(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    const frame = { path: '/portfolio', title: 'Strategy and composition' };
    return this.pages.answer(reply, frame, query, (visit) => this.portfolioView(visit));
  }

  @Get('models')
  @Does('read')
  models(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    const frame = { path: '/models', title: 'Scoring models' };
    return this.pages.answer(reply, frame, query, (visit) => this.modelsView(visit));
  }

  @Get('moves')
  @Does('read')
  moves(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    const frame = { path: '/moves', title: 'What moved' };
    return this.pages.answer(reply, frame, query, (visit) => this.movesView(visit));
  }

  private async portfolioView({ kept, portfolio, reading }: Visit): Promise<Shown> {
    const of = { portfolioId: portfolio.id };
    const [composition, objectives, goal, coverage, days] = await Promise.all([
      this.queries.execute(new CompositionQuery(reading, of)),
      this.queries.execute(new ObjectivesQuery(reading, of)),
      this.queries.execute(new GoalProgressQuery(reading, of)),
      this.queries.execute(new ObjectiveCoverageQuery(reading, of)),
      this.pages.yearsOf(portfolio),
    ]);
    const asOf = asOfView(reading.cut);
    const body = portfolioView({ kept, asOf, portfolio, composition, objectives, goal, coverage, days });
    return { title: `${portfolio.name}: strategy and composition`, body };
  }

  private async modelsView({ asked, kept, portfolio, reading }: Visit): Promise<Shown> {
    const portfolioId = portfolio.id;
    const known = await this.queries.execute(new ModelsQuery(reading, { portfolioId }));
    const models = await Promise.all(
      known.map(async ({ id, status }): Promise<ShownModel> => {
        const model = orProblem(await this.queries.execute(new ModelByIdQuery(reading, { modelId: id })));
        if (status === 'draft') return { model, assessed: undefined };
        const asked = new PortfolioAssessmentsQuery(reading, { portfolioId, model: id });
        return { model, assessed: orProblem(await this.queries.execute(asked)) };
      }),
    );
    const { compare, against } = asked;
    const comparison = await this.comparisonOf(reading, known, asked);
    const shown = { kept, asOf: asOfView(reading.cut), portfolio, models };
    const body = modelsView({ ...shown, compare, against, comparison });
    return { title: `${portfolio.name}: scoring models`, body };
  }

  /** Two models held against each other, each by its id or its name, as known then. */
  private async comparisonOf(
    reading: Reading,
    known: readonly ModelSummary[],
    { compare, against }: Asked,
  ): Promise<ModelComparison | undefined> {
    if (compare === undefined) return undefined;
    const named = known.find(({ id, name }) => id === compare || nameKey(name) === nameKey(compare));
    const asked = { modelId: named?.id ?? compare, ...(against ? { against } : {}) };
    return orProblem(await this.queries.execute(new CompareModelsQuery(reading, asked)));
  }

  private async movesView({ asked, kept, portfolio, reading }: Visit): Promise<Shown> {
    const { since, model } = asked;
    const days = await this.pages.yearsOf(portfolio);
    const page = { kept, since, asOf: asOfView(reading.cut), portfolio, days };
    const title = `${portfolio.name}: what moved`;
    if (since === undefined) return { title, body: movesView({ ...page, moves: undefined }) };
    const earlier = await this.readings.since(reading, since, portfolio.id);
    const params = { portfolioId: portfolio.id, since: earlier, ...(model ? { model } : {}) };
    const moves = orProblem(await this.queries.execute(new MovesQuery(reading, params)));
    return { title, body: movesView({ ...page, moves: await this.events.inList(moves) }) };
  }
}
