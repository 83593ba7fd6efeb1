import { ApiTags, ImportDelegationsRequest, ReadRequest } from '@docket/contracts';
import { FindDelegationMatrixQuery } from '@docket/governance';
import { SYSTEM, type System } from '@docket/host';
import { importDelegations, schemeAt, type DelegationsReport } from '@docket/intake';
import type { Request } from '@docket/kernel';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { Imports, ReadsAnswer, ReadsCsv } from '../openapi/operation.decorators';
import { ImportAnswers } from '../http/import-answers';
import { orProblem } from '../problems/problem';

/** Whether all of an import is recorded, and there was something to record. */
const isRecorded = ({ result, granted, revoked }: DelegationsReport): boolean =>
  result === 'imported' && granted + revoked > 0;

/** The delegations of a portfolio as a whole: a scheme with a row per tier and kind. */
@ApiTags('Authority')
@Controller('api/v1/portfolios/:portfolioId/delegations')
export class DelegationsController {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly imports: ImportAnswers,
  ) {}

  @Post()
  @Does('grant-authority')
  @Imports('Import a scheme of delegation from a spreadsheet: grant, change and revoke what its rows say')
  async import(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() { name, base64, dryRun = false, revokeMissing = false }: ImportDelegationsRequest,
  ): Promise<DelegationsReport> {
    const { runtime } = this.system;
    const file = { name, bytes: Buffer.from(base64, 'base64') };
    const scheme = { portfolioId, file, dryRun, revokeMissing };
    return this.imports.once(asked, isRecorded, async () =>
      orProblem(await importDelegations({ runtime, bus: this.commands }, asked, scheme)),
    );
  }

  @Get('matrix')
  @Does('read')
  @ReadsAnswer(
    'The scheme of delegation in force: bodies from the lowest to the highest, by kind of decision',
  )
  matrix(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new FindDelegationMatrixQuery(reading, { portfolioId })),
    );
  }

  @Get('scheme')
  @Does('read')
  @ReadsCsv('The delegations in force, and to come, as CSV in the shape in which they are imported')
  scheme(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.text(reply, query, portfolioId, async ({ readModel, cut }) => ({
      text: await schemeAt(readModel, cut, { portfolioId }),
      ...{ type: 'text/csv', fileName: 'delegations.csv' },
    }));
  }
}
