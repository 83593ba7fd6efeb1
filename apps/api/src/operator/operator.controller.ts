import { verifyChain } from '@docket/audit';
import { SYSTEM, type System } from '@docket/host';
import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConsumes, ApiTags } from '@docket/contracts';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { TakesNoBody } from '../http/nothing-more';
import { Works } from '../openapi/operation.decorators';
import { orProblem, Problem } from '../problems/problem';
import { checkNoImport, importFiles } from './import-files';
import { BackupRequest, ImportRequest, ReplayRequest } from './operator.requests';
import { streamWork } from './progress-stream';
import { Replays } from './replays';

/** A folder that cannot be written to is nothing that went wrong here. */
const intoProblem = (to: string) => (error: unknown) => {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
  throw new Problem(
    'folder-unusable',
    `${to} cannot be written to (${code}). Name another folder, or give Docket the right to it.`,
  );
};

const unlessOneRuns = (outcome: Awaited<ReturnType<System['dropOthers']>>) => {
  if ('dropped' in outcome) return outcome;
  const { definition, process } = outcome.runs;
  throw new Problem(
    'other-release-runs',
    `Nothing was dropped: another release is at work, ${process} leads the projections of "${definition}". Stop its processes first, those of its API, too.`,
  );
};

/** What the command line asks of a running Docket. */
@ApiTags('Operation')
@Controller('api/v1/operator')
export class OperatorController {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly commands: CommandBus,
    private readonly replays: Replays,
  ) {}

  @Post('import-gmpp')
  @Does('import-gmpp')
  @ApiConsumes('application/vnd.docket.files+json')
  @Works('Import yearly lists of major projects as dated history')
  importGmpp(@Body() body: ImportRequest, @Res() reply: FastifyReply): void {
    checkNoImport(this.system, body);
    streamWork(reply, async (onProgress) =>
      orProblem(await importFiles(this.system, this.commands, body, onProgress)),
    );
  }

  @Post('rebuild')
  @Does('rebuild')
  @TakesNoBody()
  @Works('Build the read model anew beside the live one, then switch')
  rebuild(@Res() reply: FastifyReply): void {
    streamWork(reply, (onProgress) => this.system.rebuild(onProgress));
  }

  @Post('drop-others')
  @Does('rebuild')
  @TakesNoBody()
  @Works('Drop the read models of other releases, and say which')
  dropOthers(@Res() reply: FastifyReply): void {
    streamWork(reply, async () => unlessOneRuns(await this.system.dropOthers()));
  }

  @Post('verify-chain')
  @Does('verify-chain')
  @TakesNoBody()
  @Works('Follow the hash chain of every stream of the log')
  verifyChain(@Res() reply: FastifyReply): void {
    streamWork(reply, (onProgress) =>
      verifyChain({ store: this.system.adapters.store, numbers: this.system.live.current() }, (done) =>
        onProgress({ what: 'events verified', done }),
      ),
    );
  }

  @Post('backup')
  @Does('backup')
  @Works('Copy log and records into a new folder, consistently, while running')
  backup(@Body() { to }: BackupRequest, @Res() reply: FastifyReply): void {
    const { backup } = this.system.adapters;
    if (!backup)
      throw new Problem(
        'operation-not-here',
        'In the server profile back up the servers themselves: `docket backup` says what and how.',
      );
    streamWork(reply, () => backup(to).catch(intoProblem(to)));
  }

  @Post('replay')
  @Does('replay')
  @Works('Fold the whole log afresh and answer a read from that: the same bytes as the live answer')
  replay(@Body() body: ReplayRequest, @Res() reply: FastifyReply): void {
    const { cookie, authorization } = reply.request.headers;
    const shows = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(authorization === undefined ? {} : { authorization }),
    };
    streamWork(reply, (onProgress) => this.replays.replay(body, shows, onProgress));
  }
}
