import { eventMissing, openedAmong } from '@docket/audit';
import { SYSTEM, type System } from '@docket/host';
import { streamName, type Guard, type Instant, type Numbered, type Reading } from '@docket/kernel';
import { Inject, Injectable } from '@nestjs/common';

/** One event of a stream: where it stands, who recorded it and how they were known, what it was decided on, what it says. */
export type TraceEntry = Readonly<{
  number: number;
  eventId: string;
  revision: number;
  type: string;
  /** Its date on the portfolio's timeline. */
  date: Instant | null;
  recordedAt: Instant;
  /** When the organisation knew it, where that is not when it was recorded. */
  knownAt: Instant | null;
  actor: string;
  authentication: string;
  /** Hash of actor, operation, target and key: the same for all events of one command. */
  commandId: string;
  /** One conversation: what a person set off, reactions of processes included. */
  correlationId: string;
  /** The event a process answered with this. */
  causationId: string | null;
  /** The streams it was decided on, each at the revision it was read at. */
  guards: readonly Guard[];
  details: Readonly<Record<string, unknown>>;
}>;

/** Whose stream is traced. */
export type Traced = Readonly<{ category: string; id: string }>;

const PAGE = 1_000;

/** Tells a stream as the log has it, so that nothing is left out that a later event took the place of. */
@Injectable()
export class Traces {
  constructor(@Inject(SYSTEM) private readonly system: System) {}

  /** Every event of the stream up to the cut, oldest first; none where it had not begun. @throws EventAltered */
  async upTo(
    { readModel, cut: { number: upTo } }: Reading,
    { category, id }: Traced,
  ): Promise<readonly TraceEntry[]> {
    const stream = streamName(this.system.adapters.store.installation, category, id);
    const entries: TraceEntry[] = [];
    for (;;) {
      const after = entries.at(-1)?.number ?? 0;
      const lines = await readModel.numbers({ after, upTo, limit: PAGE, stream });
      entries.push(...(await this.told(stream, lines)));
      if (lines.length < PAGE) return entries;
    }
  }

  private async told(stream: string, lines: readonly Numbered[]): Promise<readonly TraceEntry[]> {
    const [first] = lines;
    if (!first) return [];
    const stored = await this.system.adapters.store.read(stream, {
      from: first.revision,
      limit: lines.length + 1,
    });
    const opened = openedAmong(stored, lines);
    const events = new Map(stored.map((event) => [event.id, event]));
    return lines.map((line) => {
      const { number, eventId, revision, timelineAt } = line;
      const found = opened.has(eventId) ? events.get(eventId) : undefined;
      if (!found) throw eventMissing(line);
      const event = this.system.decode(found);
      const { type, data, meta } = event;
      const { recordedAt, knownAt = null, actor, authentication, guards } = meta;
      const { commandId, correlationId, causationId = null } = meta;
      const who = { recordedAt, knownAt, actor, authentication };
      const command = { commandId, correlationId, causationId, guards };
      return { number, eventId, revision, type, date: timelineAt, ...who, ...command, details: { ...data } };
    });
  }
}
