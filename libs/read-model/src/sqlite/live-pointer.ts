import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small file that says which build of a definition is live; replaced as a whole by a rename. */
export class LivePointer {
  private readonly path: string;

  constructor(folder: string, definition: string) {
    this.path = join(folder, `${definition}.live`);
  }

  /** The number of the live build, `undefined` when there is none. */
  read(): number | undefined {
    try {
      const build = Number(readFileSync(this.path, 'utf8'));
      return Number.isSafeInteger(build) && build > 0 ? build : undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  write(build: number): void {
    const draft = `${this.path}.new`;
    const file = openSync(draft, 'w', 0o600);
    try {
      writeSync(file, String(build));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, this.path);
  }
}
