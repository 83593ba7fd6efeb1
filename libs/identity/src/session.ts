import { createHmac, timingSafeEqual } from 'node:crypto';
import { isInstant, type Instant } from '@docket/kernel';

/** Who a session speaks for, and until when; `confirmedAt` is when the person last said so, absent in tokens of before it was noted. */
export type Session = Readonly<{ person: string; until: Instant; confirmedAt?: Instant }>;

const signature = (payload: string, key: string): string =>
  createHmac('sha256', key).update(payload).digest('base64url');

/** A session as a token: its payload and an HMAC-SHA-256 of it under the installation's key. */
export const signSession = (session: Session, key: string): string => {
  const payload = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${payload}.${signature(payload, key)}`;
};

const sessionIn = (payload: string): Session | undefined => {
  const { person, until, confirmedAt } = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  ) as Partial<Session>;
  return typeof person === 'string' && typeof until === 'string' && isInstant(until)
    ? { person, until, ...(typeof confirmedAt === 'string' && isInstant(confirmedAt) ? { confirmedAt } : {}) }
    : undefined;
};

const proven = (token: string, key: string): Session | undefined => {
  const [payload = '', given = ''] = token.split('.');
  const wanted = Buffer.from(signature(payload, key));
  const got = Buffer.from(given);
  return got.length === wanted.length && timingSafeEqual(got, wanted) ? sessionIn(payload) : undefined;
};

/** How many tokens are remembered; those of more people are proven anew now and then. */
const MOST_REMEMBERED = 1_000;

/** Reads tokens under one key. It remembers which it has proven: a person sends the same one with each request. */
export class Sessions {
  private readonly known = new Map<string, Session>();

  constructor(private readonly key: string) {}

  /** The session a token holds; `undefined` when it is forged, altered, malformed or over. */
  read(token: string, now: Instant): Session | undefined {
    const session = this.known.get(token) ?? this.prove(token);
    return session && session.until > now ? session : undefined;
  }

  private prove(token: string): Session | undefined {
    const session = proven(token, this.key);
    if (!session) return undefined;
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(token, session);
    return session;
  }
}
