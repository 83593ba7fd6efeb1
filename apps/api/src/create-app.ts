import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { logger, type Settings, type System } from '@docket/host';
import { asKnown, confirmedWithin, Sessions, type Signer } from '@docket/identity';
import { LogController, type FastifyInstance } from 'fastify';
import { AppModule } from './app.module';
import { callerOf, type Secrets } from './door/caller';
import { refusedAtTheDoor } from './door/local-door';
import { Methods } from './http/methods';
import { BODY_LIMIT, readBodies } from './http/read-bodies';
import { RequestPipe } from './http/request-pipe';
import { rememberRules } from './http/rules-by-class';
import { NestLog } from './log';
import { setUpOpenApi } from './openapi/docs-page';
import { refuseAddress, refuseConnection } from './problems/before-routing';
import { Outages } from './problems/outages';
import { ProblemFilter } from './problems/problem.filter';

/** Pages without scripts; only the page over the API runs some, its own. */
const PAGES =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const DOCS_PAGE = `${PAGES.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")}; script-src 'self'; connect-src 'self'`;

const guardTheDoor = (fastify: FastifyInstance, system: System, secrets: Secrets): void => {
  const door = { sessions: new Sessions(secrets.sessionKey), ownerSecret: secrets.ownerSecret };
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': request.url.startsWith('/api/docs') ? DOCS_PAGE : PAGES,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    const refused = refusedAtTheDoor(request.headers);
    if (refused) throw refused;
    const caller = callerOf(request, door, system.runtime.clock.now());
    if (caller) request.caller = caller;
  });
};

/** Who is asked before somebody signs, where nobody brings another: the local session, as fresh as the settings say. */
const signerOf = ({ signWithinMinutes }: Settings): Signer =>
  signWithinMinutes === undefined ? asKnown : confirmedWithin(signWithinMinutes);

/** The API over a running system: ready to listen, or to be asked in this process. */
export const createApp = async (
  system: System,
  secrets: Secrets,
  signer = signerOf(system.settings),
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    loggerInstance: logger.child({}, { level: 'warn' }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // ids of jobs are texts of up to 200 characters; in a path each may take nine
    routerOptions: { maxParamLength: 1_800 },
    // while it stops, what still comes in on an open connection is answered as ever, and the connection let go
    return503OnClosing: false,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(system, secrets, signer),
    adapter,
    {
      logger: new NestLog(logger),
      bodyParser: false,
      abortOnError: false,
    },
  );
  const fastify = adapter.getInstance();
  const methods = new Methods();
  methods.noteRoutesOf(fastify);
  guardTheDoor(fastify, system, secrets);
  readBodies(fastify);
  rememberRules();
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalFilters(new ProblemFilter(methods, app.get(Outages)));
  setUpOpenApi(app, fastify);
  await app.init();
  await fastify.ready();
  return app;
};
