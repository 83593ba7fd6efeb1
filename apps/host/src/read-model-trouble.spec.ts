import { EventNotApplied, LogDiffers, TablesDiffer } from '@docket/read-model';
import { UnsafeDatabase } from '@docket/sqlite';
import { ReadModelUnusable, readModelTrouble } from './read-model-trouble';
import { readSettings } from './settings';

const settings = readSettings({ DOCKET_DATA: '/data' });
const folder = '/data/read-model';

describe('trouble with the read model of a folder', () => {
  it.each([
    ['of another log', new LogDiffers('x'), 'was built from another log than /data/events.sqlite'],
    ['of other code', new TablesDiffer('x'), 'was built by other code than this'],
    [
      'that is no database',
      new UnsafeDatabase(`${folder}/d1-1.sqlite is no SQLite database`),
      'cannot be read',
    ],
    [
      'with a damaged page',
      Object.assign(new Error('malformed'), { errcode: 11 }),
      'cannot be read (malformed)',
    ],
  ])('%s is told with what helps', (_, error, what) => {
    const told = readModelTrouble(error, settings);
    expect(told).toBeInstanceOf(ReadModelUnusable);
    expect(told).toMatchObject({ message: expect.stringContaining(what), cause: error });
    expect(told).toMatchObject({ message: expect.stringMatching(/remove .*the next start builds it anew/s) });
  });

  it('that stopped at an event says what to do about the log', () =>
    expect(readModelTrouble(new EventNotApplied('Event 7 was not applied.'), settings)).toMatchObject({
      name: 'EventNotApplied',
      message: expect.stringMatching(/^Event 7 was not applied\. .*docket verify-chain/),
    }));

  it.each([
    ['of another log', new LogDiffers('x'), /was built from another log/],
    ['of other tables', new TablesDiffer('x'), /by other code than this, which keeps other tables/],
  ])('%s, in PostgreSQL, is told with the schemas to drop, and without a password', (_, error, why) => {
    const server = readSettings({
      DOCKET_EVENT_STORE: 'esdb://admin:hunter2@127.0.0.1:2113',
      DOCKET_READ_MODEL: 'postgres://docket:hunter2@127.0.0.1/docket',
      DOCKET_JOBS: 'redis://127.0.0.1',
      DOCKET_INSTALLATION: 'north',
    });
    const told = readModelTrouble(error, server);
    expect(told).toMatchObject({
      name: 'ReadModelUnusable',
      message: expect.stringContaining('`drop schema "docket_north_d1_1" cascade`'),
    });
    expect(String(told)).toMatch(why);
    expect(String(told)).not.toContain('hunter2');
  });

  it('is left as it is where it is another', () => {
    const other = new Error('The port is taken.');
    expect(readModelTrouble(other, settings)).toBe(other);
    const ofTheLog = new UnsafeDatabase('/data/events.sqlite is damaged');
    expect(readModelTrouble(ofTheLog, settings)).toBe(ofTheLog);
  });
});
