/** Longest wait for the read before, in milliseconds: one that hangs holds up nobody else. */
const LONGEST_WAIT_MS = 50;

/** What is under way for one question, and what is about to begin. */
type Turn<T> = { running: Promise<unknown>; next: Promise<T> | undefined };

/**
 * One answer for all who ask the same while an earlier answer is under way: they share the next one, which begins after the last of
 * them has asked, so that nobody is told what was so before. Under load the stream that guards every command is then
 * read once for many.
 */
export class ReadsForMany<T> {
  private readonly turns = new Map<string, Turn<T>>();

  /** `read` runs at once, or within 50 ms in one for all who ask for `what` meanwhile. */
  ask(what: string, read: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(what);
    if (!turn) return this.begin(what, read);
    turn.next ??= this.after(turn, what, read);
    return turn.next;
  }

  private async after({ running }: Turn<T>, what: string, read: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LONGEST_WAIT_MS);
      void running.then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    return this.begin(what, read);
  }

  private begin(what: string, read: () => Promise<T>): Promise<T> {
    const answer = read();
    const turn: Turn<T> = { running: answer.catch(() => undefined), next: undefined };
    this.turns.set(what, turn);
    void turn.running.then(() => {
      if (this.turns.get(what) === turn && !turn.next) this.turns.delete(what);
    });
    return answer;
  }
}
