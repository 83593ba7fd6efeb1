import { factsHash, type Metadata, type ReadModel, type StoredEvent } from '@docket/kernel';

const MOST_REMEMBERED = 100_000;

/** Sees to it that every stream arrives whole: revision after revision, none twice, each written after the one before it. */
export class StreamGuard {
  private readonly revisions = new Map<string, number>();
  /** Of the streams seen since the guard began; of others the first event that comes is taken as it is. */
  private readonly hashes = new Map<string, string>();

  /** @param isFromStart whether nothing is numbered yet: a stream not seen is then one that is not there */
  constructor(
    private readonly readModel: ReadModel,
    private isFromStart = false,
  ) {}

  /** Whether so many streams are remembered that they are to be forgotten, once everything is written. */
  get isFull(): boolean {
    return this.revisions.size > MOST_REMEMBERED;
  }

  /** From here on streams are looked up again. Only for when everything is written. */
  forget(): void {
    if (!this.isFull) return;
    this.revisions.clear();
    this.hashes.clear();
    this.isFromStart = false;
  }

  /** Looks up the last numbered revision of these streams. */
  async prepare(streams: Iterable<string>): Promise<void> {
    if (this.isFromStart) return;
    for (const stream of streams)
      if (!this.revisions.has(stream)) this.revisions.set(stream, await this.readModel.lastRevision(stream));
  }

  /** @throws Error when the event is not the next of its stream */
  check({ stream, revision }: StoredEvent): void {
    const last = this.revisions.get(stream) ?? -1;
    if (revision !== last + 1)
      throw new Error(
        `revision ${revision} of the stream follows ${last < 0 ? 'its start' : `revision ${last}`}`,
      );
    this.revisions.set(stream, revision);
  }

  /** @throws Error when it, or the event before it, is not as it was written */
  checkChain(stored: StoredEvent, { previous }: Pick<Metadata, 'previous'>): void {
    const before = stored.revision === 0 ? null : this.hashes.get(stored.stream);
    if (before !== undefined && before !== previous)
      throw new Error('the event before it is not the one it was written after: one of the two was changed');
    this.hashes.set(stored.stream, factsHash(stored));
  }
}
