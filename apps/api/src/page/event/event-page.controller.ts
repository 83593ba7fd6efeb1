import { eventByNumber } from '@docket/audit';
import { SYSTEM, type System } from '@docket/host';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@docket/contracts';
import type { FastifyReply } from 'fastify';
import { isShownStream } from '../../audit/shown-streams';
import { Does } from '../../door/does.decorator';
import { BallotSight } from '../../governance/ballot-sight';
import { isEventNumber, NumberParam } from '../../http/number-param';
import { PortfolioOf } from '../../http/portfolio-of';
import { asOfView } from '../../http/reading';
import { orProblem } from '../../problems/problem';
import { Pages, type RawQuery, type Shown, type Visit } from '../pages';
import { eventView } from './event.view';

/** The page of one event, which every page that names an event leads to. */
@ApiExcludeController()
@Controller('events')
export class EventPageController {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly portfolioOf: PortfolioOf,
    private readonly pages: Pages,
    private readonly sight: BallotSight,
  ) {}

  /** Of the portfolio it stands on, where the address names none. */
  @Get(':number')
  @Does('read')
  async event(
    @Param('number') asked: string,
    @Query() query: RawQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = { path: `/events/${encodeURIComponent(asked)}`, title: 'An event' };
    const portfolio = isEventNumber(asked) ? await this.portfolioOf.event(Number(asked)) : undefined;
    const chosen = portfolio === undefined ? query : { portfolio, ...query };
    return this.pages.answer(reply, frame, chosen, async (visit) => {
      await this.sight.refuseVote(reply.request.caller, Number(new NumberParam().transform(asked)));
      return this.shown(visit, asked);
    });
  }

  private async shown({ reading, kept }: Visit, asked: string): Promise<Shown> {
    const { readModel, cut } = reading;
    const number = Number(new NumberParam().transform(asked));
    const { store } = this.system.adapters;
    const found = await eventByNumber(store, readModel, cut, { number, isShown: isShownStream });
    const event = orProblem(found);
    return { title: `Event ${number}`, body: eventView({ kept, asOf: asOfView(cut), event }) };
  }
}
