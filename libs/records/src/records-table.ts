import { RecordDamaged, sha256, type RecordEntry, type Records } from '@docket/kernel';
import type { Kysely } from 'kysely';

/** The one table of records, as both engines have it. */
export type RecordsDatabase = Readonly<{
  records: Readonly<{ kind: string; id: string; bytes: Uint8Array; sha256: string }>;
}>;

const checked = ({ kind, id, bytes, sha256: kept }: RecordEntry): RecordEntry => {
  const found = sha256(bytes);
  if (found !== kept)
    throw new RecordDamaged(`The record ${kind}/${id} was kept as ${kept} and is ${found} now.`);
  return { kind, id, bytes: new Uint8Array(bytes), sha256: kept };
};

const byId = (a: RecordEntry, b: RecordEntry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Records in one table, whatever engine it lies in. */
export class TableRecords implements Records {
  /** `inWordsOfThePort` gives what is to be thrown instead of an error of the engine. */
  constructor(
    protected readonly database: Kysely<RecordsDatabase>,
    private readonly release: () => Promise<void>,
    private readonly inWordsOfThePort: (error: unknown) => unknown = (error) => error,
  ) {}

  put(kind: string, id: string, bytes: Uint8Array): Promise<string> {
    return this.asked(async () => {
      const entry = { kind, id, bytes: Buffer.from(bytes), sha256: sha256(bytes) };
      await this.database
        .insertInto('records')
        .values(entry)
        .onConflict((conflict) =>
          conflict.columns(['kind', 'id']).doUpdateSet({ bytes: entry.bytes, sha256: entry.sha256 }),
        )
        .execute();
      return entry.sha256;
    });
  }

  keep(kind: string, id: string, bytes: Uint8Array): Promise<RecordEntry> {
    return this.asked(async () => {
      await this.database
        .insertInto('records')
        .values({ kind, id, bytes: Buffer.from(bytes), sha256: sha256(bytes) })
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing())
        .execute();
      return (await this.get(kind, id)) ?? this.keep(kind, id, bytes);
    });
  }

  get(kind: string, id: string): Promise<RecordEntry | undefined> {
    return this.asked(async () => {
      const row = await this.database
        .selectFrom('records')
        .selectAll()
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && checked(row);
    });
  }

  list(kind: string): Promise<readonly RecordEntry[]> {
    return this.asked(async () => {
      const rows = await this.database.selectFrom('records').selectAll().where('kind', '=', kind).execute();
      return rows.map(checked).sort(byId);
    });
  }

  kinds(): Promise<readonly string[]> {
    return this.asked(async () => {
      const rows = await this.database.selectFrom('records').select('kind').distinct().execute();
      return rows.map(({ kind }) => kind).sort();
    });
  }

  erase(kind: string, id: string): Promise<boolean> {
    return this.asked(async () => {
      const { numDeletedRows } = await this.database
        .deleteFrom('records')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    });
  }

  close(): Promise<void> {
    return this.release();
  }

  protected async asked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.inWordsOfThePort(error);
    }
  }
}
