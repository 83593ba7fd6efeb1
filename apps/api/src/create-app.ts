import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { System } from '@docket/host';
import { LogController, type FastifyInstance } from 'fastify';
import { AppModule } from './app.module';
import { callerOf, type Secrets } from './door/caller';
import { refusedAtTheDoor } from './door/local-door';
import { parseStrictly } from './http/strict-json';
import { logger, NestLog } from './log';
import { setUpOpenApi } from './openapi/document';
import { ProblemFilter } from './problems/problem.filter';
import { fieldProblem } from './problems/validation';

const MIB = 1_048_576;
/** Largest body: an ordinary one, and the files of an import. */
const BODY_LIMIT = MIB;
const FILES_LIMIT = 96 * MIB;

/** What carries the files of an import: JSON, too, but it may be large. */
export const FILES_TYPE = 'application/vnd.docket.files+json';

const guardTheDoor = (fastify: FastifyInstance, system: System, secrets: Secrets): void => {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    const refused = refusedAtTheDoor(request.headers);
    if (refused) throw refused;
    const caller = callerOf(request, secrets, system.runtime.clock.now());
    if (caller) request.caller = caller;
  });
};

const readBodies = (fastify: FastifyInstance): void => {
  for (const [type, bodyLimit] of [
    ['application/json', BODY_LIMIT],
    [FILES_TYPE, FILES_LIMIT],
  ] as const)
    fastify.addContentTypeParser(type, { parseAs: 'string', bodyLimit }, (_request, body, done) => {
      try {
        done(null, body === '' ? undefined : parseStrictly(body.toString()));
      } catch (error) {
        done(error as Error);
      }
    });
};

/** The API over a running system: ready to listen, or to be asked in this process. */
export const createApp = async (system: System, secrets: Secrets): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    loggerInstance: logger.child({}, { level: 'warn' }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(system, secrets), adapter, {
    logger: new NestLog(logger),
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  guardTheDoor(fastify, system, secrets);
  readBodies(fastify);
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: fieldProblem, forbidUnknownValues: true }),
  );
  app.useGlobalFilters(new ProblemFilter());
  setUpOpenApi(app);
  await app.init();
  await fastify.ready();
  return app;
};
