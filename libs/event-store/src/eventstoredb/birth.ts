import { randomUUID } from 'node:crypto';
import { isUuid, RevisionConflict, StoreUnavailable, type Position } from '@docket/kernel';
import type { Patience } from './patience';
import type { Reading } from './reading';
import { ForeignEvent, toStoredEvent } from './stored-event';
import type { Writing } from './writing';

/** When an installation's log began: its id, and the position before which it has no event. */
export type Birth = Readonly<{ logId: string; position: Position }>;

const TYPE = 'LogCreated.v1';

/**
 * The first event of the stream `<installation>.log`. The dot keeps it out of the installation's own streams: it is never
 * delivered nor numbered. It is written before the installation's first event, so nothing of ours lies before it.
 */
export class BirthRecord {
  readonly stream: string;
  private known: Birth | undefined;
  private ensuring: Promise<Birth> | undefined;

  constructor(
    installation: string,
    private readonly reading: Reading,
    private readonly writing: Writing,
  ) {
    this.stream = `${installation}.log`;
  }

  /** `undefined` for an installation that has never been written to. @throws StoreUnavailable */
  async find(patience: Patience): Promise<Birth | undefined> {
    this.known ??= await this.read(patience);
    return this.known;
  }

  /** Writes the record if there is none; of several who try at once one wins. @throws StoreUnavailable */
  ensure(patience: Patience): Promise<Birth> {
    if (this.known !== undefined) return Promise.resolve(this.known);
    this.ensuring ??= this.findOrWrite(patience).finally(() => {
      this.ensuring = undefined;
    });
    const late = (): Error => new StoreUnavailable(`EventStoreDB did not answer what ${this.stream} holds.`);
    return patience.within(this.ensuring, late);
  }

  private async findOrWrite(patience: Patience): Promise<Birth> {
    const found = await this.find(patience);
    if (found !== undefined) return found;
    await this.write(patience);
    const written = await this.find(patience);
    if (written === undefined) throw new StoreUnavailable(`${this.stream} was written but cannot be read.`);
    return written;
  }

  private async read(patience: Patience): Promise<Birth | undefined> {
    const [first] = (await this.reading.stream(this.stream, 0, 1, patience)) ?? [];
    if (first === undefined) return undefined;
    const { bytes, position } = toStoredEvent(first);
    const logId = Buffer.from(bytes).toString('utf8');
    if (!isUuid(logId))
      throw new ForeignEvent(
        `${this.stream} holds no log id: it was not written by Docket. Choose another DOCKET_INSTALLATION, or another EventStoreDB.`,
      );
    return { logId, position };
  }

  private async write(patience: Patience): Promise<void> {
    const event = { id: randomUUID(), type: TYPE, bytes: Buffer.from(randomUUID()) };
    try {
      await this.writing.append(this.stream, [event], 'no-stream', patience);
    } catch (error) {
      if (error instanceof RevisionConflict) return;
      throw new StoreUnavailable(`The log's id could not be written to ${this.stream}.`, { cause: error });
    }
  }
}
