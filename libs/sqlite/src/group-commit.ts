import type { Database } from './database';
import { sqliteCode, SqliteCode } from './errors';

/** The transaction was certainly undone: nothing of it is in the file. */
export class NotCommitted extends Error {
  override readonly name = 'NotCommitted';
}

/** The commit broke off in a way that leaves open whether it would be found after a restart. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}

type Entry = Readonly<{
  /** Does the work and returns how to answer its caller once it is committed. */
  attempt: () => () => void;
  fail: (error: unknown) => void;
}>;

/** A turn of the event loop is not held longer than this many entries take. */
const MOST_PER_COMMIT = 1_000;

/** Codes after which SQLite has written no commit record, so that no restart can find the transaction. */
const CERTAINLY_UNDONE: ReadonlySet<number | undefined> = new Set([
  SqliteCode.busy,
  SqliteCode.locked,
  SqliteCode.outOfMemory,
  SqliteCode.readOnly,
  SqliteCode.full,
  SqliteCode.constraint,
]);

const failing = (group: readonly Entry[], error: Error): readonly (() => void)[] =>
  group.map((entry) => () => entry.fail(error));

const gone = ({ path }: Database): string =>
  `${path} was removed or replaced while it was in use: what is written to it would be found by nobody.`;

/**
 * One writer for many callers: what is submitted in the same turn is committed together, with one flush to the disk. A
 * piece of work that throws is undone alone. Everybody is answered after the commit, also who was refused: the refusal may
 * rest on the work of a neighbour.
 */
export class GroupCommit {
  private queue: Entry[] = [];
  private isScheduled = false;
  private readonly statements;

  constructor(
    private readonly database: Database,
    /** Called after every transaction, before its callers are answered. */
    private readonly ended: () => void = () => undefined,
  ) {
    this.statements = {
      savepoint: database.prepare('savepoint entry'),
      release: database.prepare('release entry'),
    };
  }

  /** Runs `work` (synchronous) in the next transaction; its value or its error is the answer. @throws NotCommitted | CommitUnknown */
  submit<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = () => {
        const value = work();
        return () => resolve(value);
      };
      this.queue.push({ attempt, fail: reject });
      this.schedule();
    });
  }

  /** Commits at once all that waits. */
  drain(): void {
    while (this.queue.length > 0) this.commitGroup(this.queue.splice(0, MOST_PER_COMMIT));
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.commitGroup(this.queue.splice(0, MOST_PER_COMMIT));
      if (this.queue.length > 0) this.schedule();
    });
  }

  private commitGroup(group: readonly Entry[]): void {
    if (group.length === 0) return;
    const answers = this.transaction(group);
    this.ended();
    for (const answer of answers) answer();
  }

  private transaction(group: readonly Entry[]): readonly (() => void)[] {
    if (!this.database.isInPlace)
      return failing(group, new NotCommitted(`${gone(this.database)} Nothing was stored.`));
    const answers = this.committed(group);
    return this.database.isInPlace ? answers : failing(group, new CommitUnknown(gone(this.database)));
  }

  private committed(group: readonly Entry[]): readonly (() => void)[] {
    let isCommitting = false;
    try {
      this.database.exec('begin immediate');
      const answers = group.map((entry) => this.attempt(entry));
      isCommitting = true;
      this.database.exec('commit');
      return answers;
    } catch (cause) {
      this.database.rollback();
      const isCertain = !isCommitting || CERTAINLY_UNDONE.has(sqliteCode(cause));
      const error = isCertain
        ? new NotCommitted('The transaction was undone; nothing was stored.', { cause })
        : new CommitUnknown('The commit broke off; it may or may not be in the file.', { cause });
      return failing(group, error);
    }
  }

  private attempt(entry: Entry): () => void {
    this.statements.savepoint.run();
    try {
      const answer = entry.attempt();
      this.statements.release.run();
      return answer;
    } catch (error) {
      if (!this.database.isInTransaction) throw error;
      this.database.exec('rollback to entry; release entry');
      return () => entry.fail(error);
    }
  }
}
