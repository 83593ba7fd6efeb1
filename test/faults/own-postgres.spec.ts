import { OwnPostgres } from './own-postgres.fixture';
import { Switchboard } from './switchboard.fixture';
import { describeOnOwnPostgres } from './own-servers.fixture';

describeOnOwnPostgres('a PostgreSQL server of a test', (programs) => {
  let own: OwnPostgres;
  beforeAll(async () => {
    own = await OwnPostgres.start(programs);
  });
  afterAll(() => own.remove());

  it('keeps what was committed over a kill, in a copy, and read-only in a replica', async () => {
    await own.run('create table kept (n int)');
    await own.run('insert into kept values (1)');
    await own.kill();
    await expect(own.run('select 1')).rejects.toThrow('refused');
    await own.startAgain();
    expect(await own.run('select n from kept')).toEqual([['1']]);
    await own.stop();
    const copy = await own.copied();
    copy.makeReplica();
    await copy.startAgain();
    expect(await copy.run('select n, pg_is_in_recovery() from kept')).toEqual([['1', 't']]);
    await expect(copy.run('insert into kept values (2)')).rejects.toThrow('read-only');
    const board = await Switchboard.to(copy);
    expect(new URL(board.url).port).not.toBe(String(copy.port));
    board.close();
    await copy.remove();
    await own.startAgain();
  });
});
