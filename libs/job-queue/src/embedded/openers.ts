/** A queue opened on a file, as the others on the same file see it. */
export type Opener = Readonly<{ holder: string; wake: () => void }>;

const byFile = new Map<string, Set<Opener>>();

/**
 * The queues opened on one file. They all live in one process, the owner of the folder: whoever is not among them is dead, and
 * what it ran is run again.
 */
export class Openers {
  private constructor(private readonly file: string) {}

  static of(file: string): Openers {
    return new Openers(file);
  }

  join(opener: Opener): void {
    byFile.set(this.file, (byFile.get(this.file) ?? new Set()).add(opener));
  }

  leave(opener: Opener): void {
    const others = byFile.get(this.file);
    others?.delete(opener);
    if (others?.size === 0) byFile.delete(this.file);
  }

  living(): readonly string[] {
    return [...(byFile.get(this.file) ?? [])].map(({ holder }) => holder);
  }

  wake(): void {
    for (const { wake } of byFile.get(this.file) ?? []) wake();
  }
}
