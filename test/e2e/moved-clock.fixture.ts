/**
 * The clock of this process, so far ahead of the machine's as it was moved; for a Docket that is stopped before and started after. It
 * only goes forward, as time does.
 */
export class MovedClock {
  private readonly real = Date;
  private ahead = 0;

  /** It is that instant now. */
  moveTo(instant: string): void {
    this.ahead = Date.parse(instant) - this.real.now();
    const now = () => this.real.now() + this.ahead;
    globalThis.Date = new Proxy(this.real, {
      construct: (real, given: []) => (given.length === 0 ? new real(now()) : new real(...given)),
      get: (real, name, receiver) => (name === 'now' ? now : Reflect.get(real, name, receiver)),
    });
  }

  /** It is what the machine says again. */
  putBack(): void {
    globalThis.Date = this.real;
  }
}
