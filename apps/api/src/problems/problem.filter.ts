import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { EventAltered } from '@docket/audit';
import { BackupRefused } from '@docket/host';
import {
  BrokenEnvelope,
  JobsUnavailable,
  NumbersDiffer,
  OutcomeUnknown,
  BuildReplaced,
  LeasesUnavailable,
  LogReplaced,
  ReadModelGone,
  ReadModelUnavailable,
  RecordsUnavailable,
  StoreFull,
  StoreUnavailable,
  StreamTampered,
  TooContended,
} from '@docket/kernel';
import { EventNotApplied, ProjectionsStopped, ReadModelBehind } from '@docket/read-model';
import { ImportUnderWay } from '@docket/portfolio';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Methods } from '../http/methods';
import type { Outages } from './outages';
import { problemPage } from '../page/problem.view';
import { Problem } from './problem';
import type { ProblemCode } from './problem-kinds';

const tooLarge = (): Problem =>
  new Problem('body-too-large', 'The body is larger than this operation takes (1 MiB; files 64 MiB).');

/** What Fastify throws before a route is reached, by its code. */
const FASTIFY: Readonly<Record<string, () => Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => tooLarge(),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new Problem('media-type-unsupported', 'Send the body as application/json.'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () =>
    new Problem('body-malformed', 'The body is empty; send a JSON object, {} where there is nothing to say.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new Problem('body-malformed', 'Content-Length does not match the body.'),
};

const fromHttp = (error: HttpException): Problem => {
  if (error.getStatus() === 404)
    return new Problem('route-unknown', 'There is nothing at this address. /api/docs lists what there is.');
  if (error.getStatus() === 413) return tooLarge();
  if (error.getStatus() === 415)
    return new Problem('media-type-unsupported', 'Send the body as application/json.');
  return new Problem(
    error.getStatus() < 500 ? 'request-malformed' : 'internal',
    error.getStatus() < 500 ? error.message : INTERNAL,
  );
};

const INTERNAL = 'Something went wrong here, not with your request. It is in the log of the server.';

/** A log that is not, or not any more, what it was taken for. */
const fromLog = (error: unknown): Problem | undefined => {
  if (error instanceof EventAltered) return new Problem('event-altered', error.message);
  if (error instanceof BrokenEnvelope)
    return new Problem(
      'event-altered',
      `An event is not as it was written: ${error.message} \`docket verify-chain\` looks at the whole log.`,
    );
  if (error instanceof EventNotApplied)
    return new Problem(
      'event-not-applied',
      `${error.message} \`docket verify-chain\` tells whether the log was changed.`,
    );
  if (error instanceof NumbersDiffer)
    return new Problem(
      'log-differs',
      'The log gives other numbers than the live read model has promised: it stays. `docket verify-chain` tells whether the log was changed.',
    );
  return undefined;
};

/** What becomes of a request that was turned away: only who wrote asks themselves whether it was recorded. */
const nothing = (writes: boolean): string => (writes ? ' Nothing was recorded.' : '');

/** An event store that takes nothing at the moment, or answers nothing. */
const fromStore = (error: unknown, writes: boolean): Problem | undefined => {
  if (error instanceof StoreFull)
    return new Problem(
      'disk-full',
      'The disk that the log lies on is full. Nothing was recorded. Make room there and send it again: Docket goes on by itself.',
    );
  if (error instanceof StreamTampered)
    return new Problem(
      'stream-tampered',
      `In the event store somebody hides events of what this rests on, or wrote into it.${nothing(writes)} The log of the server says which stream it is and what would help; until then it is the same each time.`,
    );
  if (error instanceof LogReplaced)
    return new Problem(
      'log-replaced',
      `The log in the event store is another or a shorter one than this process has read there.${nothing(writes)} Until that is mended no command is taken: /health/ready and the log of the server say what would help.`,
    );
  if (error instanceof StoreUnavailable)
    return new Problem(
      'store-unavailable',
      `The event store does not answer.${nothing(writes)} Try again shortly.`,
    );
  return undefined;
};

/** Any error as a problem, of a request that `writes` or only asks; the detail of a 5xx is never an error message. */
export const problemOf = (error: unknown, writes = true): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof OutcomeUnknown)
    return new Problem(
      'outcome-unknown',
      'It is not known yet whether this was recorded. Send it again with the same Idempotency-Key.',
    );
  if (error instanceof TooContended)
    return new Problem(
      'too-contended',
      'Others kept changing the same thing. Nothing was recorded; send it again.',
    );
  const ofStore = fromStore(error, writes);
  if (ofStore) return ofStore;
  if (error instanceof ReadModelGone)
    return new Problem(
      'read-model-unavailable',
      'The read model was dropped, and is built anew from the log where a worker runs. What was recorded is safe; ask again shortly.',
    );
  if (error instanceof ReadModelUnavailable || error instanceof BuildReplaced)
    return new Problem(
      'read-model-unavailable',
      'The read model does not answer. What was recorded is safe; ask again shortly. Where it lasts, /health/ready says which server is to be looked at.',
    );
  if (error instanceof RecordsUnavailable || error instanceof LeasesUnavailable)
    return new Problem(
      'records-unavailable',
      'What is kept beside the log does not answer. Send it again shortly, with the same Idempotency-Key where you sent one.',
    );
  if (error instanceof JobsUnavailable)
    return new Problem(
      'jobs-unavailable',
      'The job queue does not answer, or keeps nothing; /health/ready says which. Nothing of your work depends on it: what is due is found again from the log. Ask again shortly.',
    );
  if (error instanceof ReadModelBehind)
    return new Problem(
      'read-model-behind',
      'What you wait for is recorded but not yet readable. Ask again shortly.',
    );
  if (error instanceof ProjectionsStopped)
    return new Problem(
      'projections-stopped',
      'What you wait for is recorded, and cannot be shown: the projections stand before an event they cannot apply, or one that somebody hid or wrote. /health/ready and the log of the server say what is so and what would help; waiting does not.',
    );
  if (error instanceof ImportUnderWay)
    return new Problem(
      'import-under-way',
      `${error.what} is being imported; until that is done its portfolio takes nothing else. Nothing of this was recorded; ask again in a few seconds.`,
    );
  if (error instanceof BackupRefused) return new Problem('backup-refused', error.message);
  const ofLog = fromLog(error);
  if (ofLog) return ofLog;
  if (error instanceof HttpException) return fromHttp(error);
  const code = (error as { code?: unknown }).code;
  const known = typeof code === 'string' ? FASTIFY[code] : undefined;
  return known ? known() : new Problem('internal', INTERNAL);
};

/** Nobody throws a 404 but the router: ours are problems. */
const isUnrouted = (error: unknown): boolean => error instanceof HttpException && error.getStatus() === 404;

/** Writes every error as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly methods: Methods,
    private readonly outages?: Outages,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const allowed = isUnrouted(error) ? this.methods.allowedAt(request.url) : [];
    if (allowed.length === 0) return sendProblem(reply, request, error, this.outages);
    void reply.header('allow', allowed.join(', '));
    sendProblem(
      reply,
      request,
      new Problem('method-not-allowed', `This address takes ${allowed.join(', ')}, not ${request.method}.`),
    );
  }
}

/** Whether somebody looks at a page: what they accept first is HTML, and no program's address is asked for. */
const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !/^\/(api|health)(?![\w-])/.test(url) && /^\s*text\/html\b/i.test(headers.accept ?? '');

/** What passes by itself and is nobody's fault, since somebody asks too early; and what is told once by who found it. */
const EVERYDAY: ReadonlySet<ProblemCode> = new Set(['import-under-way', 'log-replaced', 'read-model-behind']);

/** The methods that only ask. */
const ASKING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether somebody should look what is wrong here. */
export const isTrouble = ({ status, code }: Problem): boolean => status >= 500 && !EVERYDAY.has(code);

/** Sends the problem, as a page to who looks at pages; what is our own fault goes to the log with its cause. */
export const sendProblem = (
  reply: FastifyReply,
  request: FastifyRequest,
  error: unknown,
  outages?: Outages,
): void => {
  const problem = problemOf(error, !ASKING.has(request.method));
  if (isTrouble(problem) && !outages?.note(problem.code, error, request.log))
    request.log.error({ err: error, code: problem.code }, 'request failed');
  if (problem.status === 503)
    void reply.header('retry-after', problem.code === 'import-under-way' ? '5' : '1');
  void reply.header('vary', 'accept');
  if (wantsPage(request))
    return void reply
      .code(problem.status)
      .header('content-type', 'text/html; charset=utf-8')
      .send(problemPage(problem.document()));
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(`${JSON.stringify(problem.document())}\n`);
};
