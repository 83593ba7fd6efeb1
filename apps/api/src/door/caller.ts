import { operator, samplePeople, visitor, type Person, type Sessions } from '@docket/identity';
import type { Instant } from '@docket/kernel';
import { parseCookie } from 'cookie';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from './session-cookie';

/** Who is calling and how they proved it. */
export type Caller = Readonly<{
  person: Person;
  authentication: 'none' | 'local-session' | 'owner-secret';
  /** When they last confirmed by an explicit act who they are, where that is known. */
  confirmedAt?: Instant;
}>;

/** Somebody who shows nothing. */
export const anybody: Caller = { person: visitor, authentication: 'none' };

/** The two secrets of a running Docket: the key of its sessions and that of the person at its command line. */
export type Secrets = Readonly<{ sessionKey: string; ownerSecret: string }>;

const equal = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** What the door holds what is shown to it against. */
export type Door = Readonly<{ sessions: Sessions; ownerSecret: string }>;

/** The caller of a request; `undefined` when what it shows is forged, altered or over. */
export const callerOf = (request: FastifyRequest, door: Door, now: Instant): Caller | undefined => {
  const bearer = /^Bearer (.{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined)
    return equal(bearer, door.ownerSecret) ? { person: operator, authentication: 'owner-secret' } : undefined;
  if (request.headers.authorization !== undefined) return undefined;
  const cookie = parseCookie(request.headers.cookie ?? '')[SESSION_COOKIE];
  if (cookie === undefined) return anybody;
  const session = door.sessions.read(cookie, now);
  const person = samplePeople.find(({ id }) => id === session?.person);
  const confirmed = session?.confirmedAt === undefined ? {} : { confirmedAt: session.confirmedAt };
  return person && { person, authentication: 'local-session', ...confirmed };
};

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}
