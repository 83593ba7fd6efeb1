import type { Ids } from '../ids';
import { sha256 } from '../digest';
import type { Clock, Instant } from '../time';

/** A clock that stands until told otherwise; a pause moves it on at once, so that no test waits. */
export class SteppingClock implements Clock {
  private passed = 0;
  constructor(private at: Instant = '2026-03-02T09:00:00.000Z') {}
  now(): Instant {
    return this.at;
  }
  elapsed(): number {
    return this.passed;
  }
  /** Sets the clock, as somebody sets a watch: no time passes by that. */
  set(at: Instant): void {
    this.at = at;
  }
  /** So much time goes by. */
  pass(ms: number): void {
    this.passed += ms;
    this.at = new Date(Date.parse(this.at) + ms).toISOString();
  }
  async pause(ms: number): Promise<void> {
    this.pass(ms);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Ids in a fixed order: the same test sees the same ones. */
export class CountingIds implements Ids {
  private count = 0;
  constructor(private readonly seed = 'seed') {}
  uuid(): string {
    const hex = sha256(`${this.seed}-${this.count++}`);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
  salt(): string {
    return sha256(`salt-${this.seed}-${this.count++}`).slice(0, 32);
  }
  fraction(): number {
    return 0.5;
  }
}
