import { ApiTags, ReadRequest } from '@docket/contracts';
import { FindMotionQuery } from '@docket/governance';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { IdParam } from '../http/id-param';
import { Readings } from '../http/reading';
import { PortfolioOf } from '../http/portfolio-of';
import { ReadsAnswer, ReadsBytes } from '../openapi/operation.decorators';
import { orProblem } from '../problems/problem';
import { Capsules } from './capsules';

@ApiTags('Motions and decisions')
@Controller('api/v1/motions/:motionId/capsule')
export class CapsuleController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly readings: Readings,
    private readonly portfolioOf: PortfolioOf,
    private readonly capsules: Capsules,
  ) {}

  @Get()
  @Does('read')
  @ReadsAnswer(
    'What the body had before it when the ballot opened, from which events, and where that is otherwise by the moment asked for',
  )
  async one(
    @Param('motionId', IdParam) motionId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolioId = await this.portfolioOf.motion(motionId, query.after);
    return this.answers.one(reply, query, portfolioId, async (reading) => {
      const motion = await this.queries.execute(new FindMotionQuery(reading, { motionId }));
      return 'refusal' in motion ? motion : this.capsules.of(reading, { motion, portfolioId });
    });
  }

  @Get('kept')
  @Does('read')
  @ReadsBytes(
    'The very bytes of what the body saw, as they were kept when the ballot had opened: their SHA-256 is the digest in the log, and the ETag',
  )
  async bytes(
    @Param('motionId', IdParam) motionId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolioId = await this.portfolioOf.motion(motionId, query.after);
    const reading = await this.readings.at(query, portfolioId);
    orProblem(await this.queries.execute(new FindMotionQuery(reading, { motionId })));
    const { bytes, digest } = await this.capsules.bytesOf(reading, motionId);
    void reply.header('content-type', 'application/json; charset=utf-8').header('etag', `"${digest}"`);
    void reply.send(Buffer.from(bytes));
  }
}
