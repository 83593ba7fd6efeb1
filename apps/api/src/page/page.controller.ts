import { ExplainQuery, ModelByIdQuery, RankingQuery, type Ranking } from '@docket/assessment';
import { SYSTEM, type System } from '@docket/host';
import { dayOf, type Reading } from '@docket/kernel';
import { ListPortfoliosQuery } from '@docket/portfolio';
import { FindProjectQuery, ListProjectsQuery, type ProjectStatus } from '@docket/project';
import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { asOfView, Readings } from '../http/reading';
import { Traces } from '../http/trace';
import { orProblem, Problem } from '../problems/problem';
import { problemOf } from '../problems/problem.filter';
import { explanationView } from './explanation.view';
import { html, type Html } from './html';
import { layout } from './layout';
import { PageRequest } from './page.request';
import { asOfForm, rankingView } from './ranking.view';
import { STYLES } from './styles';
import { unknownThenView } from './unknown-then.view';
import { unrankedProjectView } from './unranked-project.view';

/** The plain pages of Docket, until the web app comes: read only, rendered here, no script. */
@ApiExcludeController()
@Controller()
export class PageController {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly traces: Traces,
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
  async ranking(@Query() query: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const portfolios = await this.portfolios();
    const wanted = query.portfolio?.trim() || portfolios[0]?.id;
    if (wanted === undefined) return this.send(reply, 200, 'No portfolio yet', nothingYet);
    const chosen = portfolios.find(({ id }) => id === wanted);
    if (!chosen) return this.send(reply, 404, 'No such portfolio', noSuchPortfolio(portfolios));
    const days = await this.yearsOf(chosen.id, chosen.timeZone);
    const asked = momentAsked(query.asOf);
    await this.orProblemPage(
      reply,
      chosen.name,
      asOfForm({ asked, portfolio: chosen, days }, '/'),
      async () => {
        const reading = await this.readings.at(asked === undefined ? {} : { asOf: asked }, chosen.id);
        const answer = orProblem(
          await this.queries.execute(new RankingQuery(reading, { portfolioId: chosen.id })),
        );
        const rows = await this.withStandings(reading, answer);
        const { criteria } = await this.modelOf(reading, answer.model.id);
        const choice = portfolios.length > 1 ? portfolioLinks(portfolios, chosen.id) : html``;
        return html`${choice}${rankingView({ ...answer, rows, portfolio: chosen, criteria, asOf: asOfView(reading.cut), asked, days })}`;
      },
    );
  }

  @Get('project')
  @Does('read')
  async project(
    @Query() { portfolio = '', project = '', asOf }: PageRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = momentAsked(asOf);
    const hidden = html`<input type="hidden" name="project" value="${project}" />`;
    const form = asOfForm({ asked, portfolio: { id: portfolio }, days: [] }, '/project', hidden);
    await this.orProblemPage(reply, 'A project', form, () =>
      this.projectView({ portfolioId: portfolio, projectId: project }, asked),
    );
  }

  private async projectView(
    ids: Readonly<{ portfolioId: string; projectId: string }>,
    asked: string | undefined,
  ): Promise<Html> {
    const reading = await this.readings.at(asked === undefined ? {} : { asOf: asked }, ids.portfolioId);
    const why = await this.queries.execute(new ExplainQuery(reading, ids));
    if ('outcome' in why && why.refusal.code === 'project-unknown')
      return this.notKnownThen(reading, ids, asked, why.refusal.message);
    if ('outcome' in why && why.refusal.code !== 'project-not-ranked') throw Problem.of(why.refusal);
    const portfolio = await this.portfolioOf(ids.portfolioId);
    const entries = await this.traces.upTo(reading, { category: 'project', id: ids.projectId });
    const project = orProblem(await this.queries.execute(new FindProjectQuery(reading, ids.projectId)));
    const shared = { asOf: asOfView(reading.cut), asked, entries, portfolio, project };
    return 'outcome' in why
      ? unrankedProjectView({ ...shared, refusal: why.refusal.message })
      : explanationView({ ...why, ...shared });
  }

  /** A project that came later: since when it is known, and the ranking of the day that was asked. */
  private async notKnownThen(
    { readModel, cut }: Reading,
    { portfolioId, projectId }: Readonly<{ portfolioId: string; projectId: string }>,
    asked: string | undefined,
    refusal: string,
  ): Promise<Html> {
    const { number } = await readModel.checkpoint();
    const now = { readModel, cut: { ...cut, number } };
    const known = await this.queries.execute(new FindProjectQuery(now, projectId));
    if ('outcome' in known) throw new Problem('project-unknown', refusal);
    return unknownThenView({ portfolioId, asked, project: known });
  }

  /** The rows, each with what a project is beside authorised work. */
  private async withStandings(reading: Reading, { portfolio, rows }: Ranking) {
    const projects = await this.queries.execute(
      new ListProjectsQuery(reading, { portfolioId: portfolio.id }),
    );
    const standings = new Map(projects.map(({ id, status }) => [id, STANDING[status]]));
    return rows.map((row) => ({ ...row, standing: standings.get(row.id) }));
  }

  /** The model of an answer. Once published it never changes, and an answer may be older than its model: hence as known now. */
  private async modelOf({ readModel, cut }: Reading, modelId: string) {
    const { number } = await readModel.checkpoint();
    const now = { readModel, cut: { ...cut, number } };
    return orProblem(await this.queries.execute(new ModelByIdQuery(now, { modelId })));
  }

  private async portfolioOf(id: string) {
    const found = (await this.portfolios()).find((portfolio) => portfolio.id === id);
    if (!found) throw new Problem('portfolio-unknown', `There is no portfolio ${id}.`);
    return found;
  }

  private async portfolios() {
    return this.queries.execute(new ListPortfoliosQuery(await this.readings.at({})));
  }

  /** The last day of each year the portfolio's timeline covers, the latest twelve. */
  private async yearsOf(portfolio: string, timeZone: string): Promise<readonly string[]> {
    const readModel = this.system.live.current();
    const [end, begun] = await Promise.all([
      readModel.timelineEnd(portfolio),
      readModel.numbers({ after: 0, limit: 10, portfolio }),
    ]);
    const first = begun.find((line) => line.timelineAt !== null);
    if (end === null || !first?.timelineAt) return [];
    const [from, to] = [first.timelineAt, end].map((instant) =>
      Number(dayOf(instant, timeZone).slice(0, 4)),
    ) as [number, number];
    const now = Number(dayOf(this.system.runtime.clock.now(), timeZone).slice(0, 4));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
      .filter((year) => year < now)
      .slice(-12)
      .map((year) => `${year}-12-31`);
  }

  private async orProblemPage(
    reply: FastifyReply,
    title: string,
    form: Html,
    view: () => Promise<Html>,
  ): Promise<void> {
    try {
      this.send(reply, 200, title, await view());
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) reply.log.error({ err: error }, 'page failed');
      this.send(
        reply,
        problem.status,
        title,
        html`<h1>${title}</h1>
          ${form}
          <p class="problem">${problem.detail}</p>`,
      );
    }
  }

  private send(reply: FastifyReply, status: number, title: string, body: Html): void {
    void reply.code(status).header('content-type', 'text/html; charset=utf-8').send(layout(title, body));
  }
}

/** What is typed as a moment; a bare year is what the buttons call so: its end. An event number of that size is asked for by API. */
const momentAsked = (typed: string | undefined): string | undefined => {
  const text = typed?.trim() || undefined;
  return text !== undefined && /^(19|20)\d\d$/.test(text) ? `${text}-12-31` : text;
};

const STANDING: { readonly [S in ProjectStatus]?: string } = { proposed: 'proposed', held: 'on hold' };

const nothingYet = html`<h1>No portfolio yet</h1>
  <p class="lead">
    Import one with <code>npm run -s docket -- import gmpp FILE</code>, or open one through the
    <a href="/api/docs">API</a>.
  </p>`;

const noSuchPortfolio = (all: readonly Readonly<{ id: string; name: string }>[]): Html =>
  html`<h1>No such portfolio</h1>
    <p class="problem">The address names a portfolio that is not here. These are:</p>
    ${portfolioLinks(all, '')}`;

const portfolioLinks = (all: readonly Readonly<{ id: string; name: string }>[], chosen: string): Html =>
  html`<p>
    ${all.map(({ id, name }) => (id === chosen ? html`<strong>${name}</strong> ` : html`<a href="/?portfolio=${id}">${name}</a> `))}
  </p>`;
