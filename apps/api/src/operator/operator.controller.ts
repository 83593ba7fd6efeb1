import { verifyChain } from '@docket/audit';
import { SYSTEM, type System } from '@docket/host';
import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { orProblem, Problem } from '../problems/problem';
import { importFiles } from './import-files';
import { BackupRequest, ImportRequest, ReplayRequest } from './operator.requests';
import { streamWork } from './progress-stream';
import { Replays } from './replays';

const LINES = 'Answers line by line (NDJSON): {"progress"} as it happens, {"result"} or {"problem"} last.';

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
  @ApiOperation({ summary: 'Import yearly lists of major projects as dated history', description: LINES })
  importGmpp(@Body() body: ImportRequest, @Res() reply: FastifyReply): void {
    streamWork(reply, async (onProgress) =>
      orProblem(await importFiles(this.system, this.commands, body, onProgress)),
    );
  }

  @Post('rebuild')
  @Does('rebuild')
  @ApiOperation({ summary: 'Build the read model anew beside the live one, then switch', description: LINES })
  rebuild(@Res() reply: FastifyReply): void {
    streamWork(reply, (onProgress) => this.system.rebuild(onProgress));
  }

  @Post('verify-chain')
  @Does('verify-chain')
  @ApiOperation({ summary: 'Follow the hash chain of every stream of the log', description: LINES })
  verifyChain(@Res() reply: FastifyReply): void {
    streamWork(reply, (onProgress) =>
      verifyChain(this.system.adapters.store, (done) => onProgress({ what: 'events verified', done })),
    );
  }

  @Post('backup')
  @Does('backup')
  @ApiOperation({
    summary: 'Copy log and records into a new folder, consistently, while running',
    description: LINES,
  })
  backup(@Body() { to }: BackupRequest, @Res() reply: FastifyReply): void {
    const { backup } = this.system.adapters;
    if (!backup)
      throw new Problem(
        'operation-not-here',
        'In the server profile back up the servers themselves: `docket backup` says what and how.',
      );
    streamWork(reply, () => backup(to));
  }

  @Post('replay')
  @Does('replay')
  @ApiOperation({
    summary: 'Fold the whole log afresh and answer a read from that: the same bytes as the live answer',
    description: LINES,
  })
  replay(@Body() body: ReplayRequest, @Res() reply: FastifyReply): void {
    streamWork(reply, (onProgress) => this.replays.replay(body, onProgress));
  }
}
