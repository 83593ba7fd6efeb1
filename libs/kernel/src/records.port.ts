/** A record: something erasable or large that is not an event (names, drafts, papers, what a body saw), found by kind and id. */
export type RecordEntry = Readonly<{ kind: string; id: string; bytes: Uint8Array; sha256: string }>;

/** The bytes found are not those that were kept: their hash differs. */
export class RecordDamaged extends Error {
  override readonly name = 'RecordDamaged';
}

/** The database behind the records did not answer. What was to be kept may or may not have been. */
export class RecordsUnavailable extends Error {
  override readonly name = 'RecordsUnavailable';
}

/** Erasable or large things beside the log. Every adapter passes `describeRecords`. Each call may throw `RecordsUnavailable`. */
export interface Records {
  /** Keeps the bytes under kind and id, replacing what was there; returns their SHA-256. Durable when it returns. */
  put(kind: string, id: string, bytes: Uint8Array): Promise<string>;
  /**
   * Keeps the bytes unless something is kept under kind and id already; returns what is kept there: of many who ask at once one
   * is first, and all are told the same. Durable when it returns. @throws RecordDamaged
   */
  keep(kind: string, id: string, bytes: Uint8Array): Promise<RecordEntry>;
  /** The entry, or `undefined` when there is none. @throws RecordDamaged */
  get(kind: string, id: string): Promise<RecordEntry | undefined>;
  /** All entries of a kind, ordered by id in code-unit order. @throws RecordDamaged */
  list(kind: string): Promise<readonly RecordEntry[]>;
  /** The kinds of which something is kept, in code-unit order. */
  kinds(): Promise<readonly string[]>;
  /** Forgets the entry for good; true when there was one. */
  erase(kind: string, id: string): Promise<boolean>;
  close(): Promise<void>;
}
