/** What this process has done since it opened the queue, by kind. */
export class Tally {
  private readonly byKind = new Map<string, { done: number; failedAttempts: number }>();

  /** The kinds that this process does. */
  begin(kinds: readonly string[]): void {
    for (const kind of kinds) this.at(kind);
  }

  done(kind: string): void {
    this.at(kind).done += 1;
  }

  failed(kind: string): void {
    this.at(kind).failedAttempts += 1;
  }

  kinds(): readonly string[] {
    return [...this.byKind.keys()];
  }

  of(kind: string): Readonly<{ done: number; failedAttempts: number }> {
    return { done: 0, failedAttempts: 0, ...this.byKind.get(kind) };
  }

  private at(kind: string): { done: number; failedAttempts: number } {
    const known = this.byKind.get(kind) ?? { done: 0, failedAttempts: 0 };
    this.byKind.set(kind, known);
    return known;
  }
}
