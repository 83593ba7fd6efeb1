import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../problems/problem';

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
const FORWARDING = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

const nameOf = (host: string): string => host.replace(/:\d{1,5}$/, '').toLowerCase();

const originIsLocal = (origin: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && LOOPBACK_NAMES.has(hostname);
};

/**
 * What a browser on another site, or a proxy, would send is refused: a `Host` that is not this machine's (DNS rebinding), an
 * `Origin` that is not ours or of another port, and any forwarding header. `undefined` when the request may come in.
 */
export const refusedAtTheDoor = (headers: IncomingHttpHeaders): Problem | undefined => {
  const { host = '', origin } = headers;
  if (!LOOPBACK_NAMES.has(nameOf(host)))
    return new Problem(
      'host-foreign',
      `Docket answers as 127.0.0.1 or localhost on this machine only, not as "${host.slice(0, 100)}".`,
    );
  if (origin !== undefined && (!originIsLocal(origin) || new URL(origin).host !== host.toLowerCase()))
    return new Problem(
      'origin-foreign',
      'The request comes from a page of another origin. Open Docket at its own address.',
    );
  const forwarded = FORWARDING.find((name) => headers[name] !== undefined);
  if (forwarded !== undefined)
    return new Problem(
      'forwarded',
      `The request was forwarded ("${forwarded}"). Until single sign-on comes, call Docket directly on this machine.`,
    );
  return undefined;
};
