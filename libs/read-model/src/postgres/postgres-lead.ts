import { Deposed, type Fence, type Lead } from '@docket/kernel';
import type { LeaseRows } from './lease-rows';

/** How often a leader gives a sign, and after what silence it is followed, in milliseconds. */
export type Pace = Readonly<{ lengthMs: number; signMs: number }>;

/** The share of its length after which a lead without an acknowledged sign counts itself as lost: before anybody else does. */
const OWN_SHARE = 0.8;

/** A lead that gives signs until it is lost or resigns. */
export class PostgresLead implements Lead {
  private readonly ending = new AbortController();
  private watch: NodeJS.Timeout | undefined;
  private next: NodeJS.Timeout | undefined;
  private giving: Promise<void> = Promise.resolve();

  /** `asked` is when the lease was asked for, by `performance.now()`. */
  constructor(
    private readonly rows: LeaseRows,
    readonly fence: Fence,
    private readonly pace: Pace,
    asked: number,
  ) {
    this.heard(asked);
    this.scheduleSign();
  }

  get lost(): AbortSignal {
    return this.ending.signal;
  }

  async resign(why?: string): Promise<void> {
    if (this.ending.signal.aborted) return;
    this.lose(`The lead of ${this.fence.lease} was given up.`);
    await this.giving;
    // what does not arrive is noticed as silence
    await this.rows.resign(this.fence, why).catch(() => undefined);
  }

  /** A sign that was sent at this moment has arrived. */
  private heard(sentAt: number): void {
    clearTimeout(this.watch);
    const left = sentAt + this.pace.lengthMs * OWN_SHARE - performance.now();
    const silent = () =>
      this.lose(`No sign of the lead of ${this.fence.lease} arrived for a while: another may lead by now.`);
    this.watch = setTimeout(silent, Math.max(0, left)).unref();
  }

  private scheduleSign(): void {
    const give = () => {
      this.giving = this.giveSign();
    };
    this.next = setTimeout(give, this.pace.signMs).unref();
  }

  private async giveSign(): Promise<void> {
    const sentAt = performance.now();
    try {
      const isOurs = await this.rows.giveSign(this.fence);
      if (this.ending.signal.aborted) return;
      if (isOurs) this.heard(sentAt);
      else this.lose(`Another leads ${this.fence.lease} by now.`);
    } catch {
      // an outage: whether it lasts too long is for the watch to say
    }
    if (!this.ending.signal.aborted) this.scheduleSign();
  }

  private lose(why: string): void {
    clearTimeout(this.watch);
    clearTimeout(this.next);
    this.ending.abort(new Deposed(why));
  }
}
