import { stringifySetCookie } from 'cookie';

export const SESSION_COOKIE = 'docket_session';

/** Of this site only, out of reach of scripts; `maxAge` in seconds. */
export const sessionCookie = (value: string, maxAge: number): string =>
  stringifySetCookie({ name: SESSION_COOKIE, value, maxAge, path: '/', httpOnly: true, sameSite: 'strict' });

/** Takes the session out of the browser. */
export const noSession = (): string => sessionCookie('', 0);
