import { randomUUID } from 'node:crypto';
import { isUuid, RevisionConflict, StoreUnavailable, type Position } from '@docket/kernel';
import type { Reading } from './reading';
import { toStoredEvent } from './stored-event';
import type { Writing } from './writing';

/** When an installation's log began: its id, and the position before which it has no event. */
export type Birth = Readonly<{ logId: string; position: Position }>;

const TYPE = 'LogCreated.v1';

/**
 * The first event of the stream `<installation>.log`. The dot keeps it out of the installation's own streams: it is never
 * delivered nor numbered. It is written before the installation's first event, so nothing of ours lies before it.
 */
export class BirthRecord {
  private known: Birth | undefined;
  private ensuring: Promise<Birth> | undefined;
  private readonly stream: string;

  constructor(
    installation: string,
    private readonly reading: Reading,
    private readonly writing: Writing,
  ) {
    this.stream = `${installation}.log`;
  }

  /** `undefined` for an installation that has never been written to. @throws StoreUnavailable */
  async find(): Promise<Birth | undefined> {
    this.known ??= await this.read();
    return this.known;
  }

  /** Writes the record if there is none; of several who try at once one wins. @throws StoreUnavailable */
  ensure(): Promise<Birth> {
    this.ensuring ??= this.findOrWrite().finally(() => {
      this.ensuring = undefined;
    });
    return this.ensuring;
  }

  private async findOrWrite(): Promise<Birth> {
    const found = await this.find();
    if (found !== undefined) return found;
    await this.write();
    const written = await this.find();
    if (written === undefined) throw new StoreUnavailable(`${this.stream} was written but cannot be read.`);
    return written;
  }

  private async read(): Promise<Birth | undefined> {
    const [first] = (await this.reading.stream(this.stream, 0, 1)) ?? [];
    if (first === undefined) return undefined;
    const { bytes, position } = toStoredEvent(first);
    const logId = Buffer.from(bytes).toString('utf8');
    if (!isUuid(logId))
      throw new StoreUnavailable(`${this.stream} holds no log id: it was not written by Docket.`);
    return { logId, position };
  }

  private async write(): Promise<void> {
    const event = { id: randomUUID(), type: TYPE, bytes: Buffer.from(randomUUID()) };
    try {
      await this.writing.append(this.stream, [event], 'no-stream');
    } catch (error) {
      if (error instanceof RevisionConflict) return;
      throw new StoreUnavailable(`The log's id could not be written to ${this.stream}.`, { cause: error });
    }
  }
}
