import { reachOf, rolesFor, type Operation } from '@docket/identity';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem';
import type { Caller } from './caller';
import { OPERATION } from './does.decorator';

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

/** Lets a request reach its route when the table of rights gives the caller's roles the route's operation. */
@Injectable()
export class RightsGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const operation = this.reflector.getAllAndOverride<Operation | undefined>(OPERATION, [
      context.getHandler(),
      context.getClass(),
    ]);
    const refused = refusedByRights(context.switchToHttp().getRequest<FastifyRequest>().caller, operation);
    if (refused) throw refused;
    return true;
  }
}
