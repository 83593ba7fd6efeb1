/** Chance that can be had again: the same seed gives the same numbers. */
export class Chance {
  constructor(private state: number) {}

  /** At least 0 and less than 1 (Mulberry32, public domain, Tommy Ettinger). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.fraction() * end);
  }

  isHeads(): boolean {
    return this.fraction() < 0.5;
  }
}
