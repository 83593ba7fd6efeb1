import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@docket/host';

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
