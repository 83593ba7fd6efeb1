import { reachOf, rolesFor, type Operation } from '@docket/identity';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem';
import { anybody, type Caller } from './caller';
import { OPERATION } from './does.decorator';
import { noSession } from './session-cookie';

/**
 * The refusal of an operation to a caller; `undefined` when the table of rights lets it through, wholly or to own things. Whose
 * session is over may open a new one, and nothing else.
 */
export const refusedByRights = (
  caller: Caller | undefined,
  operation: Operation | undefined,
): Problem | undefined => {
  if (!caller && operation === 'open-session') return undefined;
  if (!caller)
    return new Problem(
      'session-invalid',
      'The session is over or was not given by this Docket. Open a new one.',
    );
  if (operation === undefined) return new Problem('not-allowed', 'Nobody was given the right to do this.');
  if (reachOf(caller.person.roles, operation) !== 'nothing') return undefined;
  return caller.authentication === 'none'
    ? new Problem(
        'session-missing',
        `To ${operation} open a session first: POST /api/v1/session with a person.`,
      )
    : new Problem(
        'not-allowed',
        `${caller.person.id} may not ${operation}; it takes ${rolesFor(operation).join(', ')}.`,
      );
};

/**
 * Who shows an old or forged cookie is nobody in particular: what a visitor may do goes on, all else is refused as a session that
 * is not valid. The cookie goes, unless the request is about a session anyway. A wrong secret of an operator stays refused.
 */
const visitInstead = (
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation | undefined,
): void => {
  if (request.caller || request.headers.authorization !== undefined || operation === 'open-session') return;
  void reply.header('set-cookie', noSession());
  if (operation !== undefined && reachOf(anybody.person.roles, operation) !== 'nothing')
    request.caller = anybody;
};

/** Lets a request reach its route when the table of rights gives the caller's roles the route's operation. */
@Injectable()
export class RightsGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const operation = this.reflector.getAllAndOverride<Operation | undefined>(OPERATION, [
      context.getHandler(),
      context.getClass(),
    ]);
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    visitInstead(request, http.getResponse<FastifyReply>(), operation);
    const refused = refusedByRights(request.caller, operation);
    if (refused) throw refused;
    return true;
  }
}
