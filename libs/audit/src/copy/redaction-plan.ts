import { BrokenEnvelope, open, withoutWords, type Redaction, type StoredEvent } from '@docket/kernel';
import type { WordsRedacted } from '../domain/redactions';
import { isOfRedactions } from '../redactions-on-record';
import type { NamedEvent } from './redaction-list';
import { SaidElsewhere } from './said-elsewhere';

/** What becomes of one event that a list names; `already` where its words were gone before. */
export type Planned = Redaction &
  Readonly<{ number: number; eventId: string; state: 'redacted' | 'already' }>;

type Record = Readonly<WordsRedacted['data']>;

type Mistake = Readonly<{ line: number; what: string }>;

/** The events that a list names, found while a log is read from its start. */
export class RedactionPlan {
  private readonly planned = new Map<string, Planned>();
  private readonly records: Record[] = [];
  private readonly faults: Mistake[] = [];
  private readonly named: ReadonlyMap<string, NamedEvent>;
  private readonly found = new Map<number, string>();
  private readonly elsewhere = new SaidElsewhere();

  constructor(list: readonly NamedEvent[]) {
    this.named = new Map(list.map((one) => [one.event, one]));
  }

  /** Looks whether the next event of the log is meant. */
  look(event: StoredEvent, number: number): void {
    for (const name of [String(number), event.id, `${event.stream}@${event.revision}`]) {
      const meant = this.named.get(name);
      if (meant) this.take(meant, event, number);
    }
  }

  /** Whether the log is to be read once more, to see who else says what goes. */
  get looksElsewhere(): boolean {
    return this.elsewhere.isAny;
  }

  /** Looks whether an event that no line names says what goes with another. */
  lookElsewhere(event: StoredEvent, number: number): void {
    this.faults.push(...this.elsewhere.in(event, number));
  }

  /** What is wrong with the list, line by line, once the whole log was read. */
  mistakes(): readonly string[] {
    const unknown = [...this.named.values()]
      .filter(({ line }) => !this.found.has(line))
      .map(({ line, event }) => ({ line, what: `the log has no event ${event}.` }));
    return [...this.faults, ...unknown]
      .sort((a, b) => a.line - b.line)
      .map(({ line, what }) => `line ${line}: ${what}`);
  }

  /** Whether the copy has the event without its words while the source has them. */
  leavesOut({ id }: StoredEvent): boolean {
    return this.planned.get(id)?.state === 'redacted';
  }

  /** The event as the copy has it. */
  copied(event: StoredEvent): StoredEvent {
    const planned = this.planned.get(event.id);
    if (planned?.state !== 'redacted') return event;
    return withoutWords(event, { by: planned.by, why: planned.why });
  }

  /** What became of each event of the list, in the order of the log. */
  all(): readonly Planned[] {
    return [...this.planned.values()];
  }

  /** What the copy puts on record. */
  toRecord(): readonly Record[] {
    return this.records;
  }

  private take({ line, by, why }: NamedEvent, event: StoredEvent, number: number): void {
    this.found.set(line, event.id);
    const fault = this.faultIn(event, line);
    if (fault) return void this.faults.push(fault);
    const { worded, redacted } = open(event);
    const state = redacted.length === worded.length ? 'already' : 'redacted';
    this.planned.set(event.id, { number, eventId: event.id, by, why, state });
    const { id: eventId, stream, revision } = event;
    if (state === 'redacted') this.elsewhere.goes(line, event);
    if (state === 'redacted') this.records.push({ eventId, stream, revision, fields: worded, by, why });
  }

  private faultIn(event: StoredEvent, line: number): Mistake | undefined {
    const [other] = [...this.found].find(([one, id]) => id === event.id && one !== line) ?? [];
    if (other !== undefined)
      return {
        line: Math.max(line, other),
        what: `it names the same event as line ${Math.min(line, other)}.`,
      };
    const what = unredactable(event);
    return what === undefined ? undefined : { line, what };
  }
}

const unredactable = (event: StoredEvent): string | undefined => {
  if (isOfRedactions(event))
    return `event ${event.id} is the record of a redaction, which tells no more than by whom and why: it stays.`;
  try {
    return open(event).worded.length === 0
      ? `event ${event.id} (${event.type}) has no words: facts stay as they are for ever.`
      : undefined;
  } catch (error) {
    if (error instanceof BrokenEnvelope) return `event ${event.id} cannot be read: ${error.message}`;
    throw error;
  }
};
