import type { Clock, Instant } from '@docket/kernel';
import { setTimeout as pause } from 'node:timers/promises';

/** The first moment. */
export const START = '2026-01-01T00:00:00.000Z';
const YEARS = 10;
/** How long ten years are, in milliseconds. */
export const SPAN_MS = YEARS * 365.25 * 24 * 3_600_000;
/** The last one. */
export const END: Instant = new Date(Date.parse(START) + SPAN_MS).toISOString();

/** A clock that runs through the ten years in as many milliseconds as are given. How long something takes, it says as it is. */
export class HurriedClock implements Clock {
  private readonly began = performance.now();

  constructor(private readonly realMs: number) {}

  now(): Instant {
    const passed = (performance.now() - this.began) * (SPAN_MS / this.realMs);
    return new Date(Date.parse(START) + passed).toISOString();
  }

  elapsed(): number {
    return performance.now();
  }

  async pause(ms: number): Promise<void> {
    await pause(Math.min(ms, 20));
  }

  /** The instant of a clock on the wall at which this one will say that. */
  onTheWall(instant: Instant): Instant {
    const left = (Date.parse(instant) - Date.parse(this.now())) * (this.realMs / SPAN_MS);
    return new Date(Date.now() + Math.max(0, left)).toISOString();
  }
}
