import type { EventStore, StoredEvent } from '@docket/kernel';
import { isOfRedactions } from '../redactions-on-record';
import { CopyStopped } from './copy-refusal';
import { wholeLog } from './whole-log';

const isSame = (a: StoredEvent, b: StoredEvent): boolean =>
  a.id === b.id &&
  a.type === b.type &&
  a.stream === b.stream &&
  a.revision === b.revision &&
  Buffer.compare(a.bytes, b.bytes) === 0;

const EMPTY_HELPS = 'Copy into an empty target.';

/** What an earlier copy left in the target, read beside the source: it must be exactly its beginning. */
export class TargetLog {
  private readonly events: AsyncGenerator<StoredEvent, void, undefined>;
  private isOver = false;
  /** How many events were there already. */
  present = 0;

  constructor(store: EventStore) {
    this.events = wholeLog(store);
  }

  /** Whether the target has the event already. @throws CopyStopped where it has another one in its place */
  async has(event: StoredEvent): Promise<boolean> {
    const there = await this.next();
    if (!there) return false;
    this.present += 1;
    if (!isSame(there, event)) throw this.differs(there);
    return true;
  }

  /** Looks whether the target goes on where the source ends; `mayFollow` tells what may stand there. @throws CopyStopped */
  async end(mayFollow: (event: StoredEvent) => boolean): Promise<void> {
    for (let there = await this.next(); there; there = await this.next()) {
      if (mayFollow(there)) continue;
      throw new CopyStopped(
        'copy-target-differs',
        `The target goes on where the source ends, behind event ${this.present}: ${there.type} (${there.id}) is not in the source. It has events of its own and is no copy any more. ${EMPTY_HELPS}`,
      );
    }
  }

  /** Lets go of the target's events, wherever they were left. */
  async close(): Promise<void> {
    await this.events.return();
  }

  private async next(): Promise<StoredEvent | undefined> {
    if (this.isOver) return undefined;
    const { value } = await this.events.next();
    if (!value) this.isOver = true;
    return value ?? undefined;
  }

  private differs(there: StoredEvent): CopyStopped {
    const number = this.present;
    return new CopyStopped(
      'copy-target-differs',
      isOfRedactions(there)
        ? `The target is a redacted copy that was finished behind event ${number - 1}: nothing that was recorded since can be put before its record of redactions. Copy all of it anew. ${EMPTY_HELPS}`
        : `The target is no beginning of the source: its event ${number} is ${there.type} (${there.id}), and the source has another one there. It is of another log, was copied with another list of redactions, or has events of its own. ${EMPTY_HELPS}`,
    );
  }
}
