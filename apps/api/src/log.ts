import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type Logger } from 'pino';

/** One JSON line per event on standard error: little on a normal day, enough on a bad one; no headers, no bodies, no names. */
export const logger: Logger = pino(
  { level: 'info', base: null, timestamp: stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true }),
);

/** Passes on Nest's own warnings and errors; its start-up chatter stays at debug. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Logger) {}

  log(message: unknown): void {
    this.to.debug({ nest: String(message) });
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.to.error(
      {
        err: message instanceof Error ? message : undefined,
        rest: rest.filter((one) => one !== undefined).map(String),
      },
      String(message),
    );
  }

  warn(message: unknown): void {
    this.to.warn(String(message));
  }
}
