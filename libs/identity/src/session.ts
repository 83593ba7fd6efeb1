import { createHmac, timingSafeEqual } from 'node:crypto';
import { isInstant, type Instant } from '@docket/kernel';

/** Who a session speaks for, and until when. */
export type Session = Readonly<{ person: string; until: Instant }>;

const signature = (payload: string, key: string): string =>
  createHmac('sha256', key).update(payload).digest('base64url');

/** A session as a token: its payload and an HMAC-SHA-256 of it under the installation's key. */
export const signSession = (session: Session, key: string): string => {
  const payload = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${payload}.${signature(payload, key)}`;
};

const sessionIn = (payload: string): Session | undefined => {
  const { person, until } = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  ) as Partial<Session>;
  return typeof person === 'string' && typeof until === 'string' && isInstant(until)
    ? { person, until }
    : undefined;
};

/** The session a token holds; `undefined` when it is forged, altered, malformed or over. */
export const readSession = (token: string, key: string, now: Instant): Session | undefined => {
  const [payload = '', given = ''] = token.split('.');
  const wanted = Buffer.from(signature(payload, key));
  const got = Buffer.from(given);
  if (got.length !== wanted.length || !timingSafeEqual(got, wanted)) return undefined;
  const session = sessionIn(payload);
  return session && session.until > now ? session : undefined;
};
