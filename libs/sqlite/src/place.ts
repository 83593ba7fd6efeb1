import { statSync } from 'node:fs';

const identityOf = (path: string): string | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev}/${found.ino}`;
};

/** A file at its path, to be recognised later. Only looked at, never opened: a closed file would drop SQLite's locks on it. */
export class Place {
  private constructor(
    private readonly path: string,
    private readonly identity: string | undefined,
  ) {}

  static of(path: string): Place {
    return new Place(path, identityOf(path));
  }

  /** Whether the very file is still there: not removed, not moved away, not replaced by another. */
  isSame(): boolean {
    try {
      return this.identity !== undefined && identityOf(this.path) === this.identity;
    } catch {
      return false;
    }
  }
}
