import { readSettings } from '@docket/host';
import { readArguments, WrongUsage } from '../arguments';
import { backup } from './maintenance';

const servers = readSettings({
  DOCKET_EVENT_STORE: 'esdb://127.0.0.1:2113?tls=false',
  DOCKET_READ_MODEL: 'postgres://docket@127.0.0.1/docket',
  DOCKET_JOBS: 'redis://127.0.0.1:6379',
  DOCKET_INSTALLATION: 'city',
});

describe('a backup in the server profile', () => {
  it('into a folder is refused: nothing would be in it', async () => {
    const asked = backup(['/var/backups/docket'], readArguments(['backup', '/var/backups/docket']), servers);
    await expect(asked).rejects.toThrow(WrongUsage);
    await expect(asked).rejects.toThrow(
      /back up the servers themselves\. `docket backup` alone says what and how:\n[^]*1\. EventStoreDB[^]*3\. Redis/,
    );
  });

  it('without one names the schema of the records as this installation has it, and what builds the rest anew', async () => {
    const { output } = await backup([], readArguments(['backup']), servers);
    expect(output).toContain(
      `pg_dump -n '"docket_city_records"' -Fc -f docket_city_records.dump "$DOCKET_READ_MODEL"`,
    );
    expect(output).toContain('names, keys and papers are lost');
    expect(output).toContain('start a worker');
    expect(output).not.toContain('docket rebuild');
  });

  it('without one says what to back up, and how', async () => {
    const { output, exitCode } = await backup([], readArguments(['backup']), servers);
    expect([exitCode, output]).toEqual([
      0,
      expect.stringMatching(/1\. EventStoreDB[^]*2\. PostgreSQL[^]*3\. Redis/),
    ]);
  });
});
