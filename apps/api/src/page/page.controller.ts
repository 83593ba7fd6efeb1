import { FundingLineQuery, ModelByIdQuery, RankingQuery, type Ranking } from '@docket/assessment';
import type { Reading } from '@docket/kernel';
import { ListProjectsQuery, type ProjectStatus, type ProjectView } from '@docket/project';
import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@docket/contracts';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { asOfView } from '../http/reading';
import { orProblem } from '../problems/problem';
import type { Asked } from './asked';
import { Pages, type RawQuery, type Shown, type Visit } from './pages';
import { rankingView } from './ranking.view';
import { STYLES } from './styles';

const STANDING: { readonly [S in ProjectStatus]?: string } = { proposed: 'proposed', held: 'on hold' };

/** What a row does not say of a project, and a reader has to know. */
const standingOf = ({ status, differsFromBaseline }: ProjectView): string | undefined => {
  const said = [STANDING[status], differsFromBaseline.length > 0 && 'differs from its baseline'];
  return said.filter(Boolean).join(', ') || undefined;
};

/** The plain pages of Docket, until the web app comes: read only, rendered here, no script. This one: the ranking. */
@ApiExcludeController()
@Controller()
export class PageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly pages: Pages,
  ) {}

  @Get('page.css')
  @Does('read')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'no-cache')
  styles(): string {
    return STYLES;
  }

  @Get()
  @Does('read')
  ranking(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    const frame = { path: '/', title: 'The ranking', drawsLine: true };
    return this.pages.answer(reply, frame, query, (visit) => this.view(visit));
  }

  private async view({ asked, kept, portfolio, reading }: Visit): Promise<Shown> {
    const params = { portfolioId: portfolio.id, ...(asked.model ? { model: asked.model } : {}) };
    const answer = orProblem(await this.queries.execute(new RankingQuery(reading, params)));
    const line = await this.lineOf(reading, params, asked);
    const rows = await this.withStandings(reading, answer);
    const { criteria } = await this.modelOf(reading, answer.model.id);
    const days = await this.pages.yearsOf(portfolio);
    const asOf = asOfView(reading.cut);
    const body = rankingView({ ...answer, rows, portfolio, criteria, asOf, kept, days, line });
    return { title: portfolio.name, body };
  }

  private async lineOf(
    reading: Reading,
    params: Readonly<{ portfolioId: string; model?: string }>,
    { budget, rule }: Asked,
  ) {
    if (budget === undefined) return undefined;
    const asked = { ...params, budget, ...(rule ? { rule } : {}) };
    return orProblem(await this.queries.execute(new FundingLineQuery(reading, asked)));
  }

  /** The rows, each with what a project is beside authorised work. */
  private async withStandings(reading: Reading, { portfolio, rows }: Ranking) {
    const projects = await this.queries.execute(
      new ListProjectsQuery(reading, { portfolioId: portfolio.id }),
    );
    const standings = new Map(projects.map((project) => [project.id, standingOf(project)]));
    return rows.map((row) => ({ ...row, standing: standings.get(row.id) }));
  }

  /** The model of an answer. Once published it never changes, and an answer may be older than its model: hence as known now. */
  private async modelOf({ readModel, cut }: Reading, modelId: string) {
    const { number } = await readModel.checkpoint();
    const now = { readModel, cut: { ...cut, number } };
    return orProblem(await this.queries.execute(new ModelByIdQuery(now, { modelId })));
  }
}
