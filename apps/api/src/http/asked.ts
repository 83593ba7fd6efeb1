import type { Request } from '@docket/kernel';
import { reachOf, type Operation } from '@docket/identity';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { OPERATION } from '../door/does.decorator';
import { refusedByRights } from '../door/rights.guard';
import { digestOfRequest } from '../door/signing.guard';
import { Problem } from '../problems/problem';

const KEY = /^[\x21-\x7e]{8,200}$/;
/** The ETag of a receipt, or of a read: its revision in front. */
const REVISION = /^"(\d{1,15})(?:\.[0-9a-f]{24})?"$/;

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

const keyOf = (request: FastifyRequest): string => {
  const key = header(request, 'idempotency-key');
  if (key === undefined)
    throw new Problem(
      'idempotency-key-missing',
      'Send an Idempotency-Key header (a new UUID for each new intention): it makes a repetition safe.',
    );
  if (!KEY.test(key))
    throw new Problem(
      'idempotency-key-malformed',
      'An Idempotency-Key is 8 to 200 printable characters without spaces.',
    );
  return key;
};

const expectedRevisionOf = (request: FastifyRequest): number | undefined => {
  const given = header(request, 'if-match');
  if (given === undefined) return undefined;
  const revision = REVISION.exec(given)?.[1];
  if (revision === undefined)
    throw new Problem('if-match-malformed', 'If-Match takes the ETag of the last read as it came, like "4".');
  return Number(revision);
};

/** What a write asks for, from its caller, headers and body. @throws Problem when the caller has no right or a header is wrong */
export const requestOf = (request: FastifyRequest, operation: Operation): Request => {
  const { caller } = request;
  const refused = refusedByRights(caller, operation);
  if (refused || !caller) throw refused ?? new Problem('session-invalid', 'The session is not valid.');
  const expectedRevision = expectedRevisionOf(request);
  const isForOwn = reachOf(caller.person.roles, operation) === 'own';
  return {
    actor: caller.person.id,
    authentication: request.signedAs ?? caller.authentication,
    ...(isForOwn ? { reach: 'own' } : {}),
    operation,
    key: keyOf(request),
    bodyDigest: digestOfRequest(request),
    correlationId: randomUUID(),
    origin: 'live',
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  };
};

/** The kernel's request of a write route, named by its `@Does`. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): Request => {
  const operation = Reflect.getMetadata(OPERATION, context.getHandler()) as Operation;
  return requestOf(context.switchToHttp().getRequest<FastifyRequest>(), operation);
});
