import { pino, stdTimeFunctions, type Logger } from 'pino';

import type { Trouble } from './system';

export type { Logger };

/** One JSON line per event on standard error: little on a normal day, enough on a bad one; no headers, no bodies, no names. */
export const logger: Logger = pino(
  { level: 'info', base: null, timestamp: stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true }),
);

/** What somebody has to look at, as an error with its cause; news that it is over, as information. */
export const logTrouble: Trouble = (what, error) => {
  if (error === undefined) logger.info(what);
  else logger.error({ err: error }, what);
};
