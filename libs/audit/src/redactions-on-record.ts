import { decodeOpened, streamName, type Opened, type StoredEvent } from '@docket/kernel';
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

/** Words that are missing, held against the redactions that the log has on record: nobody takes a text away unseen. */
export class RedactionsOnRecord {
  private readonly missing: Missing[] = [];
  private readonly recorded = new Map<string, WordsRedacted>();

  /** Takes in the next event of the log, opened; one that cannot be opened is a fault of its own. */
  next(event: StoredEvent, opened: Opened | undefined): void {
    if (!opened) return;
    if (opened.redacted.length > 0) this.missing.push({ event, opened });
    if (!isOfRedactions(event)) return;
    const record = decodeOpened(Redactions.codec, event, opened);
    this.recorded.set(record.data.eventId, record);
  }

  /** What is missing and on no record, or recorded otherwise. */
  end(): readonly Fault[] {
    return this.missing.flatMap(({ event, opened }) => {
      const record = this.recorded.get(event.id);
      if (!record)
        return [
          faultIn(
            event,
            'its words are missing, and no redaction on record says by whose order and why: put them back from the log it was copied from',
          ),
        ];
      return differing(opened, record)
        ? [faultIn(event, 'by whom and why its words were redacted is told otherwise than it was recorded')]
        : [];
    });
  }
}
