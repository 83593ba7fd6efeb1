import { SYSTEM, type System } from '@docket/host';
import { dayOf, type Reading } from '@docket/kernel';
import { ListPortfoliosQuery, type PortfolioView } from '@docket/portfolio';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Readings } from '../http/reading';
import { Problem } from '../problems/problem';
import { isTrouble, problemOf } from '../problems/problem.filter';
import { asOfForm } from './as-of.view';
import { understood, type Asked } from './asked';
import { html, type Html } from './html';
import type { Kept } from './kept';
import { lineForm } from './funding-line.view';
import { layout } from './layout';
import { navigation, portfolioLinks } from './navigation.view';
import { nothingYet, type Answered } from './nothing-yet.view';

/** The query of an address as it came. */
export type RawQuery = Readonly<Record<string, unknown>>;

/** Where a page stands and what it is called while it cannot be shown. */
type Frame = Readonly<{
  path: string;
  title: string;
  /** Whether it has a form that asks for a budget. */
  drawsLine?: boolean;
}>;

type Failing = Readonly<{
  frame: Frame;
  asked: Asked;
  kept: Kept;
  budgetTyped?: string | undefined;
  /** Leads to the other portfolios, where there are several. */
  choice?: Html | '';
}>;

/** What a page is asked for, and what it is answered from. */
export type Visit = Readonly<{
  asked: Asked;
  kept: Kept;
  portfolio: PortfolioView;
  reading: Reading;
}>;

/** A page that can be shown. */
export type Shown = Readonly<{ title: string; body: Html }>;

type View = (visit: Visit) => Promise<Shown>;

const noSuchPortfolio = (all: readonly PortfolioView[]): Html =>
  html`<h1>No such portfolio</h1>
    <p class="problem">The address names a portfolio that is not here. These are:</p>
    ${portfolioLinks(all, '', '/')}`;

const keptOf = ({ asOf, model, budget, rule }: Asked, portfolio: string): Kept => ({
  portfolio,
  asOf,
  model,
  budget,
  rule,
});

/** Answers pages: reads the address, chooses the portfolio and the moment, and says in a page what is wrong. */
@Injectable()
export class Pages {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  /** A page of one portfolio: the one that the address names, else the first. */
  async answer(reply: FastifyReply, frame: Frame, query: RawQuery, view: View): Promise<void> {
    const { asked, wrong, budgetTyped } = understood(query);
    const kept = keptOf(asked, asked.portfolio ?? '');
    const answered = await this.orProblem(reply, { frame, asked, kept, budgetTyped }, async () => {
      if (wrong !== undefined) throw new Problem('request-malformed', wrong);
      return this.ofPortfolio(reply, frame, asked, view);
    });
    void reply
      .code(answered.status)
      .header('content-type', 'text/html; charset=utf-8')
      .send(layout(answered.title, answered.body));
  }

  private async ofPortfolio(reply: FastifyReply, frame: Frame, asked: Asked, view: View): Promise<Answered> {
    const portfolios = await this.queries.execute(new ListPortfoliosQuery(await this.readings.held()));
    const wanted = asked.portfolio ?? portfolios[0]?.id;
    if (wanted === undefined) return nothingYet(await this.system.projection());
    const portfolio = portfolios.find(({ id }) => id === wanted);
    if (!portfolio) return { status: 404, title: 'No such portfolio', body: noSuchPortfolio(portfolios) };
    const kept = keptOf(asked, portfolio.id);
    const choice = portfolios.length > 1 ? portfolioLinks(portfolios, portfolio.id, frame.path) : '';
    return this.orProblem(reply, { frame, asked, kept, choice }, async () => {
      const { asOf } = asked;
      const reading = await this.readings.at(asOf === undefined ? {} : { asOf }, portfolio.id);
      const { title, body } = await view({ asked, kept, portfolio, reading });
      return { status: 200, title, body: html`${navigation(kept, frame.path)}${choice}${body}` };
    });
  }

  /** What goes wrong is said in the page, with the form to ask for something else. */
  private async orProblem(
    reply: FastifyReply,
    { frame, asked, kept, budgetTyped, choice = '' }: Failing,
    answer: () => Promise<Answered>,
  ): Promise<Answered> {
    try {
      return await answer();
    } catch (error) {
      const problem = problemOf(error, false);
      if (isTrouble(problem)) reply.log.error({ err: error }, 'page failed');
      const { project, since, budget = budgetTyped } = asked;
      const form = asOfForm({ kept, action: frame.path, beside: { project, since } });
      const line = frame.drawsLine ? lineForm({ ...kept, budget }, frame.path, { project }) : '';
      const body = html`${navigation(kept, frame.path)}${choice}
        <h1>${frame.title}</h1>
        ${form}${line}
        <p class="problem">${problem.detail}</p>`;
      return { status: problem.status, title: frame.title, body };
    }
  }

  /** The last day of each year the portfolio's timeline covers, the latest twelve. */
  async yearsOf({ id: portfolio, timeZone }: PortfolioView): Promise<readonly string[]> {
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
}
