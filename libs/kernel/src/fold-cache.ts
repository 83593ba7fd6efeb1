import type { Fold } from './fold';

/** Keeps the latest folds of the streams used last. A cache: dropping it changes nothing but time. */
export class FoldCache {
  private readonly folds = new Map<string, Fold<unknown>>();

  constructor(private readonly capacity = 5_000) {}

  /** The fold kept for this stream; the caller knows its state type, because one category has one aggregate. */
  get<S>(stream: string): Fold<S> | undefined {
    const fold = this.folds.get(stream);
    if (fold) this.touch(stream, fold);
    return fold as Fold<S> | undefined;
  }

  set(stream: string, fold: Fold<unknown>): void {
    this.touch(stream, fold);
    if (this.folds.size <= this.capacity) return;
    const [oldest] = this.folds.keys();
    if (oldest !== undefined) this.folds.delete(oldest);
  }

  /** Forgets all of them: the log they were folded from is not there any more. */
  clear(): void {
    this.folds.clear();
  }

  private touch(stream: string, fold: Fold<unknown>): void {
    this.folds.delete(stream);
    this.folds.set(stream, fold);
  }
}
