import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDiskTrouble } from './errors';
import { openDatabase } from './open-database';

describe('an error of SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-errors-'));
  const database = openDatabase(join(folder, 'data.sqlite'), { busyTimeout: 10 });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const failure = (sql: string): unknown => {
    try {
      return database.exec(sql);
    } catch (error) {
      return error;
    }
  };

  it('is the trouble of the disk, or of what was asked', () => {
    database.exec('create table fence(side blob unique) strict; pragma max_page_count = 12');
    const full = failure('insert into fence values (zeroblob(200000))');
    database.exec("insert into fence values (x'01')");
    const taken = failure("insert into fence values (x'01')");
    const other = openDatabase(database.path, { busyTimeout: 0 });
    other.exec('begin immediate');
    const busy = failure("insert into fence values (x'02')");
    other.close();
    const wrong = failure('insert into nowhere values (1)');
    expect([full, busy, taken, wrong, undefined, new Error('x')].map(isDiskTrouble)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  }, 20_000);
});
