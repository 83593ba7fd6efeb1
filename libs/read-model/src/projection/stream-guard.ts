import type { ReadModel, StoredEvent } from '@docket/kernel';

const MOST_REMEMBERED = 100_000;

/** Sees to it that every stream arrives whole: revision after revision, none twice. */
export class StreamGuard {
  private readonly revisions = new Map<string, number>();

  constructor(private readonly readModel: ReadModel) {}

  /** Looks up the last numbered revision of these streams. */
  async prepare(streams: Iterable<string>): Promise<void> {
    if (this.revisions.size > MOST_REMEMBERED) this.revisions.clear();
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
}
