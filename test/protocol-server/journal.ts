import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Entry } from './entry';

const synced = promisify(fdatasync);

/** Length and checksum of an entry stand before it, four bytes each. */
const HEAD = 8;

/** A file whose entries are not what was written. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged';
}

const framed = (entry: Entry): Buffer => {
  const body = serialize(entry);
  const frame = Buffer.alloc(HEAD + body.length);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  body.copy(frame, HEAD);
  return frame;
};

/** The entries of a file and where the last whole one ends; what was torn off behind it never was acknowledged. */
const entriesOf = (file: string, bytes: Buffer): { entries: Entry[]; end: number } => {
  const entries: Entry[] = [];
  let end = 0;
  while (end + HEAD <= bytes.length) {
    const next = end + HEAD + bytes.readUInt32BE(end);
    const body = bytes.subarray(end + HEAD, next);
    const isWhole = next <= bytes.length && crc32(body) === bytes.readUInt32BE(end + 4);
    if (!isWhole && next < bytes.length)
      throw new JournalDamaged(`${file} was changed ${end} bytes from its start, and more follows.`);
    if (!isWhole) break;
    entries.push(deserialize(body) as Entry);
    end = next;
  }
  return { entries, end };
};

/** A log's entries in a file that is only appended to. */
export class Journal {
  /** What was there when it was opened. */
  readonly entries: readonly Entry[];
  private readonly file: number;
  private syncing: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  /** Opens a file, or makes it, and cuts a torn last entry off. @throws JournalDamaged */
  constructor(path: string) {
    this.file = openSync(path, 'a+');
    const { entries, end } = entriesOf(path, readFileSync(path));
    if (end < fstatSync(this.file).size) ftruncateSync(this.file, end);
    this.entries = entries;
  }

  /** Hands an entry to the operating system: a killed process does not lose it. */
  write(entry: Entry): void {
    const frame = framed(entry);
    for (let written = 0; written < frame.length;) written += writeSync(this.file, frame, written);
  }

  /** Resolves when everything written by now lies on the disk; all who wait meanwhile share the next flush. */
  flushed(): Promise<void> {
    if (this.syncing === undefined) return this.sync();
    this.next ??= this.syncing.then(() => this.sync());
    return this.next;
  }

  close(): void {
    closeSync(this.file);
  }

  private sync(): Promise<void> {
    this.next = undefined;
    this.syncing = synced(this.file).finally(() => {
      this.syncing = undefined;
    });
    return this.syncing;
  }
}
