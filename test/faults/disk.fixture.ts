import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Chance } from './chance.fixture';
import type { Step } from './write-trace.fixture';

const SECTOR = 512;

/** What was written to a file and not yet synced. */
type Change = Readonly<{ at: number; bytes: Buffer }> | Readonly<{ size: number }>;

/** A name that was given or taken away in a folder whose change was not yet synced. */
type Naming = Readonly<{ name: string; entry: Entry | undefined; former?: string }>;

/** What a crash leaves of the changes that nobody had synced: of each, and of each sector of a write, whether it is kept. */
export type Fate = Readonly<{ keeps: () => boolean; isTorn: boolean }>;

/** How un-synced changes fare in one image: all gone, each write whole or not at all, torn at sectors, or all kept. */
export const fates: Readonly<Record<string, (chance: Chance) => Fate>> = {
  'all dropped': () => ({ keeps: () => false, isTorn: false }),
  'some dropped': (chance) => ({ keeps: () => chance.isHeads(), isTorn: false }),
  torn: (chance) => ({ keeps: () => chance.isHeads(), isTorn: true }),
  'all kept': () => ({ keeps: () => true, isTorn: false }),
};

class Content {
  private bytes = Buffer.alloc(0);
  private size = 0;

  constructor(from?: Content) {
    if (!from) return;
    this.bytes = Buffer.from(from.bytes);
    this.size = from.size;
  }

  /** Bytes that nobody wrote are zeros. */
  put(at: number, bytes: Buffer): void {
    this.grow(at + bytes.length);
    bytes.copy(this.bytes, at);
    this.size = Math.max(this.size, at + bytes.length);
  }

  resize(size: number): void {
    this.grow(size);
    this.bytes.fill(0, Math.min(size, this.size));
    this.size = size;
  }

  get whole(): Buffer {
    return this.bytes.subarray(0, this.size);
  }

  private grow(to: number): void {
    if (to <= this.bytes.length) return;
    const grown = Buffer.alloc(Math.max(to, 2 * this.bytes.length));
    this.bytes.copy(grown);
    this.bytes = grown;
  }
}

class File {
  private readonly synced = new Content();
  private pending: Change[] = [];

  change(change: Change): void {
    this.pending.push(change);
  }

  sync(): void {
    for (const change of this.pending) apply(change, this.synced);
    this.pending = [];
  }

  after(fate: Fate): Buffer {
    const left = new Content(this.synced);
    for (const change of this.pending.flatMap((one) => (fate.isTorn ? sectorsOf(one) : [one])))
      if (fate.keeps()) apply(change, left);
    return left.whole;
  }
}

class Folder {
  readonly now = new Map<string, Entry>();
  private readonly synced = new Map<string, Entry>();
  private pending: Naming[] = [];

  name(naming: Naming): void {
    this.pending.push(naming);
    rename(this.now, naming);
  }

  sync(): void {
    for (const naming of this.pending) rename(this.synced, naming);
    this.pending = [];
  }

  after(fate: Fate): ReadonlyMap<string, Entry> {
    const left = new Map(this.synced);
    for (const naming of this.pending) if (fate.keeps()) rename(left, naming);
    return left;
  }
}

type Entry = File | Folder;

const apply = (change: Change, to: Content): void =>
  'size' in change ? to.resize(change.size) : to.put(change.at, change.bytes);

const rename = (names: Map<string, Entry>, { name, entry, former }: Naming): void => {
  if (former !== undefined) names.delete(former);
  if (entry) names.set(name, entry);
  else names.delete(name);
};

/** A write by the sectors of the file that it touches. */
const sectorsOf = (change: Change): readonly Change[] => {
  if ('size' in change) return [change];
  const parts: Change[] = [];
  for (let from = 0; from < change.bytes.length;) {
    const next = Math.min(change.bytes.length, from + SECTOR - ((change.at + from) % SECTOR));
    parts.push({ at: change.at + from, bytes: change.bytes.subarray(from, next) });
    from = next;
  }
  return parts;
};

/**
 * A disk that promises what POSIX does and no more: synced bytes of a file stay, and names in a folder once the folder itself was synced.
 * Of everything after that a power loss may leave any part.
 */
export class Disk {
  private readonly top = new Folder();

  constructor(private readonly root: string) {}

  take(step: Step): void {
    switch (step.kind) {
      case 'write':
        return this.file(step.path).change({ at: step.at, bytes: step.bytes });
      case 'resize':
        return this.file(step.path).change({ size: step.size });
      case 'sync':
        return this.at(step.path)?.sync();
      case 'make':
        return this.parent(step.path).name({
          name: basename(step.path),
          entry: step.isFolder ? new Folder() : new File(),
        });
      case 'move':
        return this.parent(step.to).name({
          name: basename(step.to),
          entry: this.at(step.path),
          former: basename(step.path),
        });
      case 'remove':
        return this.parent(step.path).name({ name: basename(step.path), entry: undefined });
      case 'answer':
    }
  }

  /** Writes into the folder `to` what a power loss now may leave. */
  leave(to: string, fate: Fate): void {
    put(this.top, to, fate);
  }

  private file(path: string): File {
    const found = this.at(path);
    if (found instanceof File) return found;
    throw new Error(`The trace writes to ${path}, which it never made.`);
  }

  private parent(path: string): Folder {
    const found = this.at(dirname(path));
    if (found instanceof Folder) return found;
    throw new Error(`The trace names ${path}, whose folder it never made.`);
  }

  private at(path: string): Entry | undefined {
    if (path === this.root) return this.top;
    const folder = this.at(dirname(path));
    return folder instanceof Folder ? folder.now.get(basename(path)) : undefined;
  }
}

const put = (folder: Folder, to: string, fate: Fate): void => {
  mkdirSync(to, { recursive: true });
  for (const [name, entry] of folder.after(fate))
    if (entry instanceof Folder) put(entry, join(to, name), fate);
    else writeFileSync(join(to, name), entry.after(fate));
};
