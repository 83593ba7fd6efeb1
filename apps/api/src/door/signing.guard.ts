import { SYSTEM, type System } from '@docket/host';
import { isSigned, type Operation, type Signer } from '@docket/identity';
import { digestOfBody } from '@docket/kernel';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem';
import { OPERATION } from './does.decorator';

/** Injection token of the `Signer`. */
export const SIGNER = Symbol('Signer');

/** The header with what proves anew who is asking. */
const PROOF = 'signing-proof';

/** What a write says and to whom: of which its digest is taken. */
export const digestOfRequest = ({ params, body }: Pick<FastifyRequest, 'params' | 'body'>): string =>
  digestOfBody({ params, body: body ?? null });

const proofIn = ({ headers }: FastifyRequest): Readonly<{ proof?: string }> => {
  const proof = headers[PROOF];
  return typeof proof === 'string' ? { proof } : {};
};

declare module 'fastify' {
  interface FastifyRequest {
    /** How whoever signs was known, once the signer was asked. */
    signedAs?: string;
  }
}

/** Has the signer asked before a route whose operation is signed; comes after the rights. */
@Injectable()
export class SigningGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SYSTEM) private readonly system: System,
    @Inject(SIGNER) private readonly signer: Signer,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (operation === undefined || !isSigned(operation) || !request.caller) return true;
    const { person, authentication, confirmedAt } = request.caller;
    const signed = await this.signer.sign({
      ...{ person: person.id, authentication, operation, digest: digestOfRequest(request) },
      now: this.system.runtime.clock.now(),
      ...(confirmedAt === undefined ? {} : { confirmedAt }),
      ...proofIn(request),
    });
    if (signed.outcome === 'unsigned') throw new Problem('confirmation-needed', signed.message);
    request.signedAs = signed.authentication;
    return true;
  }
}
