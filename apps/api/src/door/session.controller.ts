import { operator, samplePeople, signSession } from '@docket/identity';
import { SYSTEM, type System } from '@docket/host';
import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@docket/contracts';
import { Matches } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem';
import type { Secrets } from './caller';
import { TakesNoBody } from '../http/nothing-more';
import { Says } from '../openapi/operation.decorators';
import { Does } from './does.decorator';
import { SECRETS } from './secrets';
import { noSession, sessionCookie } from './session-cookie';

const TWELVE_HOURS_S = 12 * 3_600;

class SessionRequest {
  @ApiProperty({ example: 'p-maya', description: 'One of GET /api/v1/people.' })
  @Matches(/^[a-z0-9][a-z0-9-]{1,62}$/, {
    message: 'person must be the id of a person, like p-maya (GET /api/v1/people lists them)',
  })
  person: string;
}

/** The local session: anybody at this machine may act as one of the named sample people, and every event says so. */
@ApiTags('Session')
@Controller('api/v1')
export class SessionController {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    @Inject(SECRETS) private readonly secrets: Secrets,
  ) {}

  @Get('people')
  @Does('read')
  @Says('The people one may act as on this machine, and their roles')
  people() {
    return { people: samplePeople };
  }

  @Get('session')
  @Does('read')
  @Says('Who I am')
  who(@Req() { caller }: FastifyRequest) {
    return { person: caller?.person, authentication: caller?.authentication };
  }

  @Post('session')
  @Does('open-session')
  @Says('Act as one of the people, or confirm that it is still you; sets the session cookie for twelve hours')
  open(@Body() { person: id }: SessionRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const person = samplePeople.find((one) => one.id === id);
    if (!person || person.id === operator.id)
      throw new Problem('person-unknown', `There is no person "${id}" here. GET /api/v1/people lists them.`);
    const confirmedAt = this.system.runtime.clock.now();
    const until = new Date(Date.parse(confirmedAt) + TWELVE_HOURS_S * 1_000).toISOString();
    const token = signSession({ person: id, until, confirmedAt }, this.secrets.sessionKey);
    void reply.header('set-cookie', sessionCookie(token, TWELVE_HOURS_S));
    return { person, until };
  }

  @Delete('session')
  @Does('open-session')
  @TakesNoBody()
  @Says('End the session', { status: 204 })
  end(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.header('set-cookie', noSession());
  }
}
