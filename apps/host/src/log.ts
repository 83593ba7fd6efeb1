import { pino, stdSerializers, stdTimeFunctions, type Logger } from 'pino';
import type { Trouble } from './system';

export type { Logger };

/** No chain of causes is longer; one that leads back to itself ends, too. */
const MOST_CAUSES = 10;

/** What an error and its causes say, each thing once: who wraps an error mostly repeats what it said. */
const saidBy = (error: Error): string => {
  let said = error.message;
  let { cause } = error;
  for (let causes = 0; cause instanceof Error && causes < MOST_CAUSES; causes += 1) {
    if (!said.includes(cause.message)) said = `${said}: ${cause.message}`;
    cause = cause.cause;
  }
  return said;
};

const codeOf = (error: Error): Readonly<{ code?: string | number }> =>
  'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
    ? { code: error.code }
    : {};

/**
 * An error for a line of the log: its type, what it and its causes say, its code and where it came from. Nothing else of it: a driver
 * hangs on its errors what it was asked, a password among it.
 */
export const errorForLog = (error: Error): unknown => {
  if (!(error instanceof Error)) return error;
  const { type, stack } = stdSerializers.err(error);
  return { type, message: saidBy(error), stack, ...codeOf(error) };
};

/** One JSON line per event on standard error: little on a normal day, enough on a bad one; no headers, no bodies, no names. */
export const logger: Logger = pino(
  {
    level: 'info',
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: errorForLog },
  },
  pino.destination({ dest: 2, sync: true }),
);

/** What somebody has to look at, as an error with its cause; news that it is over, as information. */
export const logTrouble: Trouble = (what, error) => {
  if (error === undefined) logger.info(what);
  else logger.error({ err: error }, what);
};
