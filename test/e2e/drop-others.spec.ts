import { DEFINITION, decodeEvent, openSystem, projections, readSettings } from '@docket/host';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { docket, documentOf, Place } from './cli.fixture';
import { TestDocket } from './docket.fixture';

/** A former release, which answers as this one does: what differs is the version. */
const FORMER = { definition: 'former', projections, decode: decodeEvent };
const quiet = () => undefined;

describe('a folder that two releases have served', () => {
  const place = new Place();
  const data = place.at('data');
  const builds = () => readdirSync(join(data, 'read-model')).filter((name) => name.endsWith('.sqlite'));
  beforeAll(async () => {
    const begun = await TestDocket.start({ folder: data });
    const opening = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
    await (await begun.as('p-maya')).post('/api/v1/portfolios', opening);
    await begun.stop();
    const former = readSettings({ PORT: '0', DOCKET_DATA: data });
    await (await openSystem(former, 'all', quiet, quiet, { definition: FORMER }))[Symbol.asyncDispose]();
  });
  afterAll(() => place.remove());

  it('keeps the read models of both when one is rebuilt', async () => {
    expect(documentOf(await docket(['rebuild', '--data', data, '--json']))).toEqual({ events: 1 });
    expect(builds()).toEqual([`${DEFINITION}-2.sqlite`, 'former-1.sqlite']);
  });

  it('has those of the other dropped when asked, and told which', async () => {
    const { code, stdout } = await docket(['rebuild', '--drop-others', '--data', data]);
    expect([code, stdout]).toEqual([0, 'Rebuilt from 1 events.\nDropped the read models former-1.\n']);
    expect(builds()).toEqual([`${DEFINITION}-3.sqlite`]);
    expect(existsSync(join(data, 'read-model/former.live'))).toBe(false);
  });

  it('is told that nothing is left to drop', async () => {
    const again = await docket(['rebuild', '--drop-others', '--data', data]);
    expect(again.stdout).toBe('Rebuilt from 1 events.\nThere was no read model of another release.\n');
  });
});
