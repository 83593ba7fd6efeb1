import type { Clock, EventStore, ReadModel } from '@docket/kernel';
import { inTime } from './in-time';
import { eventsBehind } from './projection-status';
import type { FirstUnread } from './system';

/** How long it counts what was seen of the log, in milliseconds. */
const FRESH_MS = 1_000;

/** What the log holds and the read model does not: looked up once a second at most, however many ask. */
export class Unread {
  private seen: Readonly<{ at: number; first: Promise<FirstUnread | undefined> }> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly clock: Pick<Clock, 'elapsed'>,
  ) {}

  /** `undefined` where there is none, and where one of both does not answer: then nothing is known of it. */
  first(): Promise<FirstUnread | undefined> {
    const at = this.clock.elapsed();
    const seen = this.seen && at - this.seen.at < FRESH_MS ? this.seen : { at, first: this.look() };
    this.seen = seen;
    return seen.first;
  }

  private async look(): Promise<FirstUnread | undefined> {
    try {
      const { position, number } = await inTime(() => this.readModel.checkpoint());
      const { oldest } = await inTime((signal) => eventsBehind(this.store, position, 1, signal));
      return oldest === undefined ? undefined : { recordedAt: oldest, number };
    } catch {
      return undefined;
    }
  }
}
