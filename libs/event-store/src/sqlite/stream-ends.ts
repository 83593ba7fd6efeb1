/** As many streams are remembered; beyond, all are looked up again. */
const MOST_REMEMBERED = 10_000;

/**
 * Where streams end, as far as it is known without looking: this process alone writes to its log. Most reads of a command ask
 * whether anything came behind what it knows, and nothing did.
 */
export class StreamEnds {
  private readonly ends = new Map<string, number>();

  /** The stream's last event has this revision; who learns it late says nothing of an earlier one. */
  note(stream: string, revision: number): void {
    if (this.ends.size >= MOST_REMEMBERED) this.ends.clear();
    if (revision > (this.ends.get(stream) ?? -1)) this.ends.set(stream, revision);
  }

  /** An append failed: who wrote meanwhile is to be seen. */
  forget(stream: string): void {
    this.ends.delete(stream);
  }

  /** Whether the stream is known to end just before this revision. */
  areBefore(stream: string, revision: number): boolean {
    return revision > 0 && this.ends.get(stream) === revision - 1;
  }
}
