import {
  later,
  type Event,
  type Instant,
  type Numbered,
  type ReadModel,
  type Recorded,
  type StoredEvent,
} from '@docket/kernel';

/**
 * Gives events their numbers and dates. The time of recording never goes back; on the timeline of its portfolio an imported
 * event stands at the day it was known, any other at the time it was recorded, and that never goes back either.
 */
export class Numbering {
  private constructor(
    private readonly readModel: ReadModel,
    private number: number,
    private recordedAt: Instant,
    private readonly isFromStart: boolean,
    private readonly timelineEnds = new Map<string, Instant | null>(),
  ) {}

  /** Goes on behind the last numbered event. */
  static after(readModel: ReadModel, last: Numbered | undefined): Numbering {
    return new Numbering(readModel, last?.number ?? 0, last?.recordedAt ?? '', last === undefined);
  }

  /** Looks up where the timelines of these portfolios end; before the first number none has begun. */
  async prepare(portfolios: Iterable<string>): Promise<void> {
    if (this.isFromStart) return;
    for (const portfolio of portfolios)
      if (!this.timelineEnds.has(portfolio))
        this.timelineEnds.set(portfolio, await this.readModel.timelineEnd(portfolio));
  }

  next(stored: StoredEvent, { meta }: Recorded<Event>): Numbered {
    this.number += 1;
    this.recordedAt = later(this.recordedAt, meta.recordedAt);
    const portfolio = meta.portfolio ?? null;
    return {
      number: this.number,
      position: stored.position,
      eventId: stored.id,
      type: stored.type,
      stream: stored.stream,
      revision: stored.revision,
      recordedAt: this.recordedAt,
      portfolio,
      timelineAt: portfolio === null ? null : this.onTimeline(portfolio, meta),
    };
  }

  private onTimeline(portfolio: string, { origin, knownAt }: Recorded<Event>['meta']): Instant | null {
    const end = this.timelineEnds.get(portfolio) ?? null;
    const date = origin === 'import' ? knownAt : this.recordedAt;
    const reached = date === undefined ? end : later(end ?? date, date);
    this.timelineEnds.set(portfolio, reached);
    return reached;
  }
}
