import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Database } from './database';
import { sqliteDialect } from './kysely-dialect';
import { openDatabase } from './open-database';

type Tables = { fence: { side: number; paint: string | null } };

describe('kysely on a database of ours', () => {
  let folder: string;
  let database: Database;
  let kysely: Kysely<Tables>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-kysely-'));
    database = openDatabase(join(folder, 'data.sqlite'));
    database.exec('create table fence(side integer primary key, paint text) strict');
    kysely = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  });
  afterEach(async () => {
    await kysely.destroy();
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('writes and reads', async () => {
    const inserted = await kysely.insertInto('fence').values({ side: 1, paint: 'green' }).executeTakeFirst();
    expect(inserted.numInsertedOrUpdatedRows).toBe(1n);
    const returned = await kysely
      .insertInto('fence')
      .values({ side: 2, paint: null })
      .returning('side')
      .execute();
    expect(returned).toEqual([{ side: 2 }]);
    expect(await kysely.selectFrom('fence').selectAll().orderBy('side').execute()).toEqual([
      { side: 1, paint: 'green' },
      { side: 2, paint: null },
    ]);
  });

  it('streams rows', async () => {
    await kysely
      .insertInto('fence')
      .values([1, 2, 3].map((side) => ({ side, paint: null })))
      .execute();
    const sides: number[] = [];
    for await (const { side } of kysely.selectFrom('fence').select('side').orderBy('side').stream())
      sides.push(side);
    expect(sides).toEqual([1, 2, 3]);
  });

  it('takes the write lock when a transaction begins, not at its first write', async () => {
    const second = openDatabase(database.path, { busyTimeout: 0 });
    await kysely.transaction().execute(async (transaction) => {
      await transaction.selectFrom('fence').selectAll().execute();
      expect(() => second.exec('begin immediate')).toThrow('locked');
    });
    second.close();
  });

  it('undoes a transaction that throws', async () => {
    const failing = kysely.transaction().execute(async (transaction) => {
      await transaction.insertInto('fence').values({ side: 1, paint: null }).execute();
      throw new Error('The ladder broke.');
    });
    await expect(failing).rejects.toThrow('The ladder broke.');
    expect(await kysely.selectFrom('fence').selectAll().execute()).toEqual([]);
  });

  it('reads in a transaction on a database that it may only look at', async () => {
    const looking = openDatabase(database.path, { readOnly: true });
    const reader = new Kysely<Tables>({ dialect: sqliteDialect(looking) });
    const rows = reader
      .transaction()
      .execute((transaction) => transaction.selectFrom('fence').selectAll().execute());
    expect(await rows).toEqual([]);
    looking.close();
  });

  it('leaves the database open: who opened it closes it', async () => {
    await kysely.selectFrom('fence').selectAll().execute();
    await kysely.destroy();
    expect(database.isOpen).toBe(true);
  });
});
