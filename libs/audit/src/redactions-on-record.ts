import { decodeOpened, streamName, type EventStore, type Opened, type StoredEvent } from '@docket/kernel';
import { faultIn, type Fault } from './chain-link';
import { Redactions, REDACTIONS_ID, type WordsRedacted } from './domain/redactions';

type Missing = Readonly<{ event: StoredEvent; opened: Opened }>;

/** Whether the event stands in the one stream of redactions of its installation. */
export const isOfRedactions = ({ stream }: StoredEvent): boolean =>
  stream === streamName(stream.split('-', 1)[0] ?? '', Redactions.category, REDACTIONS_ID);

/** What of a notice differs from what is on record. */
const differing = ({ redaction, redacted }: Opened, { data }: WordsRedacted): boolean =>
  redaction === undefined ||
  redaction.by !== data.by ||
  redaction.why !== data.why ||
  redacted.join() !== data.fields.join();

/** Which of the texts that a record says are gone the event still has. */
const stillThere = ({ worded, redacted }: Opened, { data }: WordsRedacted): readonly string[] =>
  data.fields.filter((field) => worded.includes(field) && !redacted.includes(field));

type OnRecord = Readonly<{ event: StoredEvent; record: WordsRedacted }>;

/**
 * Words that are missing, held against the redactions that the log has on record, and those against the words: nobody takes a text
 * away unseen, and none is said to be gone while it is there.
 */
export class RedactionsOnRecord {
  private readonly missing = new Map<string, Missing>();
  private readonly recorded = new Map<string, OnRecord>();
  private readonly unreadable = new Set<string>();

  /** Takes in the next event of the log, opened; one that cannot be opened is a fault of its own. */
  next(event: StoredEvent, opened: Opened | undefined): void {
    if (!opened) return void this.unreadable.add(event.id);
    if (opened.redacted.length > 0) this.missing.set(event.id, { event, opened });
    if (!isOfRedactions(event)) return;
    const record = decodeOpened(Redactions.codec, event, opened);
    this.recorded.set(record.data.eventId, { event, record });
  }

  /** What is missing and on no record, or recorded otherwise; and what is on record and not missing. @throws StoreUnavailable */
  async end(store: Pick<EventStore, 'read'>): Promise<readonly Fault[]> {
    const faults = [...this.missing.values()].flatMap((one) => this.unrecorded(one));
    for (const [id, one] of this.recorded)
      if (!this.missing.has(id) && !this.unreadable.has(id)) faults.push(await unredacted(store, one));
    return faults;
  }

  private unrecorded({ event, opened }: Missing): readonly Fault[] {
    const record = this.recorded.get(event.id)?.record;
    if (!record)
      return [
        faultIn(
          event,
          'its words are missing, and no redaction on record says by whose order and why: put them back from the log it was copied from',
        ),
      ];
    if (stillThere(opened, record).length > 0) return [wordsThere(event)];
    return differing(opened, record)
      ? [faultIn(event, 'by whom and why its words were redacted is told otherwise than it was recorded')]
      : [];
  }
}

const wordsThere = (event: StoredEvent): Fault =>
  faultIn(
    event,
    'a redaction on record says that its words are gone, and they are there: let nobody read this log, and make the redacted copy anew into an empty target',
  );

/** An event that is on record as redacted and was not met without its words. */
const unredacted = async (store: Pick<EventStore, 'read'>, { event, record }: OnRecord): Promise<Fault> => {
  const { eventId, stream, revision } = record.data;
  const [named] = await store.read(stream, { from: revision, limit: 1 });
  return named?.id === eventId
    ? wordsThere(named)
    : faultIn(
        event,
        `it says that the words of event ${eventId} (${stream} revision ${revision}) are gone, and the log has no such event`,
      );
};
