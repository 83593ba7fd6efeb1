import {
  ComponentMovesQuery,
  ExplainQuery,
  LetterQuery,
  SwapQuery,
  type Explanation,
} from '@docket/assessment';
import { dayOf } from '@docket/kernel';
import { FindProjectQuery } from '@docket/project';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@docket/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../door/does.decorator';
import { MovedEvents } from '../../http/moved-events';
import { asOfView, Readings } from '../../http/reading';
import { Traces } from '../../http/trace';
import { orProblem, Problem } from '../../problems/problem';
import { explanationView } from '../explanation.view';
import type { Html } from '../html';
import { movedProjectView } from '../moves.view';
import { Pages, type RawQuery, type Shown, type Visit } from '../pages';
import { unknownThenView } from '../unknown-then.view';
import { unrankedProjectView } from '../unranked-project.view';
import { letterView } from './letter.view';
import { projectFileView } from './project-file.view';
import { ProjectFiles } from './project-files';
import { revisionsInWords } from '../revision-words';
import { correctionsInWords } from './reported-words';

const idsOf = ({ asked, portfolio }: Visit) => ({
  portfolioId: portfolio.id,
  projectId: asked.project ?? '',
  ...(asked.model ? { model: asked.model } : {}),
});

/** The same day a year before; of 29 February the 28th. */
const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28');

/** The pages of one project: why it stands where it stands, all that is known of it, and the letter to its proposer. */
@ApiExcludeController()
@Controller()
export class ProjectPageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly traces: Traces,
    private readonly files: ProjectFiles,
    private readonly pages: Pages,
    private readonly readings: Readings,
    private readonly events: MovedEvents,
  ) {}

  @Get('project')
  @Does('read')
  project(
    @Query() query: RawQuery,
    @Req() { caller }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = { path: '/project', title: 'A project' };
    return this.pages.answer(reply, frame, query, (visit) => this.projectView(visit, caller?.person.id));
  }

  @Get('letter')
  @Does('read')
  letter(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    const frame = { path: '/letter', title: 'A letter', drawsLine: true };
    return this.pages.answer(reply, frame, query, (visit) => this.letterView(visit));
  }

  private async projectView(visit: Visit, reader: string | undefined): Promise<Shown> {
    const { reading, portfolio, kept } = visit;
    const ids = idsOf(visit);
    const why = await this.queries.execute(new ExplainQuery(reading, ids));
    if ('outcome' in why && why.refusal.code === 'project-unknown')
      return this.notKnownThen(visit, why.refusal.message);
    if ('outcome' in why && why.refusal.code !== 'project-not-ranked') throw Problem.of(why.refusal);
    const entries = await this.traces.upTo(reading, { category: 'project', id: ids.projectId });
    const project = orProblem(await this.queries.execute(new FindProjectQuery(reading, ids.projectId)));
    const known = await this.files.of(reading, project);
    const numbers = new Map(entries.map(({ eventId, number }) => [eventId, number]));
    const file = projectFileView({ ...known, kept, setting: portfolio, numbers, reader });
    const { currency } = portfolio;
    const told = new Map([
      ...revisionsInWords(known.revisions, currency),
      ...correctionsInWords(known.reports, currency),
    ]);
    const shared = { asOf: asOfView(reading.cut), kept, entries, portfolio, project, file, told };
    const body =
      'outcome' in why
        ? unrankedProjectView({ ...shared, refusal: why.refusal.message })
        : explanationView({
            ...{ ...why, ...shared, swaps: await this.swapsOf(visit, why) },
            moved: await this.movedOf(visit),
          });
    return { title: project.name, body };
  }

  /** What would put it and each of its neighbours the other way round. */
  private async swapsOf(visit: Visit, { above, below }: Explanation): Promise<readonly string[]> {
    const sides = [above && ('above' as const), below && ('below' as const)].filter((side) => side !== null);
    const asked = sides.map((side) => new SwapQuery(visit.reading, { ...idsOf(visit), with: side }));
    const answers = await Promise.all(asked.map((query) => this.queries.execute(query)));
    return answers.map((answer) => orProblem(answer).sentence);
  }

  /** What moved it since the moment that is asked for, else in the year before. */
  private async movedOf(visit: Visit): Promise<Html> {
    const { asked, kept, portfolio, reading } = visit;
    const since = asked.since ?? yearBefore(dayOf(reading.cut.at, portfolio.timeZone));
    const earlier = await this.readings.since(reading, since, portfolio.id);
    const query = new ComponentMovesQuery(reading, { ...idsOf(visit), since: earlier });
    const moves = await this.events.ofOne(orProblem(await this.queries.execute(query)));
    return movedProjectView({ since, moves, kept, portfolio });
  }

  /** A project that came later: since when it is known, and the ranking of the day that was asked. */
  private async notKnownThen(visit: Visit, refusal: string): Promise<Shown> {
    const { readModel, cut } = visit.reading;
    const { number } = await readModel.checkpoint();
    const now = { readModel, cut: { ...cut, number } };
    const { portfolioId, projectId } = idsOf(visit);
    const known = await this.queries.execute(new FindProjectQuery(now, projectId));
    if ('outcome' in known || known.portfolioId !== portfolioId)
      throw new Problem('project-unknown', refusal);
    return { title: known.name, body: unknownThenView({ kept: visit.kept, project: known }) };
  }

  private async letterView(visit: Visit): Promise<Shown> {
    const { asked, reading, kept } = visit;
    const { budget, rule } = asked;
    const line = { ...(budget ? { budget } : {}), ...(rule ? { rule } : {}) };
    const letter = orProblem(
      await this.queries.execute(new LetterQuery(reading, { ...idsOf(visit), ...line })),
    );
    const asOf = asOfView(reading.cut);
    return { title: `Letter: ${letter.row.name}`, body: letterView({ kept, asOf, letter }) };
  }
}
