import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BallotSight } from './ballot-sight';

const IF_MATCH = 'if-match';

/**
 * Takes no notice of `If-Match` where the open ballot of the motion is held back from who asks: the revision of a motion counts its votes, and
 * whether a guess at it is right would tell how many there are. The rules refuse them what they may not do, as ever.
 */
@Injectable()
export class HeldBackGuard implements CanActivate {
  constructor(private readonly sight: BallotSight) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { motionId?: string } }>>();
    const { params, headers, caller } = request;
    if (params.motionId === undefined || headers[IF_MATCH] === undefined) return true;
    if (await this.sight.heldBack(caller, params.motionId)) delete headers[IF_MATCH];
    return true;
  }
}
