import { notRun } from '@docket/kernel/testing';
import { openEventStoreDb } from '@docket/event-store';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { Child, docket, documentOf, Place } from './cli.fixture';
import { liveAtRandom, momentsOf, rankingsAt, storedIn, storedInFolder } from './copied-answers.fixture';
import { TestDocket } from './docket.fixture';
import { runMove } from './move-to-servers.fixture';
import {
  dropInstallation,
  newInstallation,
  schemasOf,
  serverAt,
  serverEnvironment,
  NO_SERVERS,
} from './servers.fixture';

const postgres = serverAt('TEST_POSTGRES_URL');
const redis = serverAt('TEST_REDIS_URL');
const eventStore = serverAt('TEST_EVENTSTORE_URL');

/** What a log holds and answers, however it is kept. */
type Told = Readonly<{ stored: readonly string[]; answers: readonly string[] }>;

/** The sides are compared as one text each: what differs would fill pages. */
const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.join('\n') === other.join('\n');

type Given = Readonly<{ postgres: string; redis: string; url: () => string }>;

const describeCopy = (name: string, given: Given) =>
  describe(`a log copied from a data folder to ${name} and back`, () => {
    const place = new Place();
    const [origin, back] = [place.at('origin'), place.at('back')];
    const installation = newInstallation();
    const seed = randomInt(2 ** 31);
    const environment = { DOCKET_INSTALLATION: installation };
    const { postgres, redis } = given;
    const servers = () => ({ eventStore: given.url(), postgres, redis, installation });
    const dropped = (gone: string) => dropInstallation({ postgres, redis, installation: gone });
    /** What servers hold of an installation. */
    const left = async (of: string) => {
      const store = await openEventStoreDb({ url: given.url(), installation: of });
      const log = await store.hasBegun();
      await store.close();
      return { log, schemas: await schemasOf(postgres, of) };
    };
    let moments: readonly string[];
    let told: Told;

    const copy = (from: readonly string[], to: readonly string[]) =>
      docket(['copy-log', '--from', ...from, '--to', ...to, '--json'], environment);
    const there = () => [given.url(), '--records-to', given.postgres];
    const fromThere = () => [given.url(), '--records-from', given.postgres];

    beforeAll(async () => {
      const first = await TestDocket.start({ folder: origin, installation });
      await liveAtRandom(first, seed, 300);
      const { number } = await first.running.system.live.current().checkpoint();
      moments = momentsOf(seed, number, 100);
      const answers = await rankingsAt(first, moments);
      await first.stop();
      told = { answers, stored: await storedInFolder(origin, installation) };
    }, 240_000);
    afterAll(async () => {
      await place.remove();
      await dropped(installation);
    });

    it('goes on where a kill left it, until it has every event in its order', async () => {
      for (let kill = 0; kill < 2; kill += 1) {
        const words = ['copy-log', '--from', origin, '--to', ...there()];
        const child = new Child('cli', words, environment);
        await child.says(/events copied: \d+ of/);
        child.kill('SIGKILL');
        await child.ended;
      }
      const copied = documentOf(await copy([origin], there()));
      expect(copied).toMatchObject({ events: told.stored.length, more: false });
      const store = await openEventStoreDb({ url: given.url(), installation });
      expect({ seed, same: same(await storedIn(store), told.stored) }).toEqual({ seed, same: true });
      await store.close();
    }, 120_000);

    it('gives the same rankings at 100 random moments, and nothing is added by itself', async () => {
      const docketThere = await TestDocket.start({ server: serverEnvironment(servers()) });
      const answers = await rankingsAt(docketThere, moments);
      const stored = await storedIn(docketThere.running.system.adapters.store);
      await docketThere.stop();
      expect({ seed, same: same(answers, told.answers) }).toEqual({ seed, same: true });
      expect({ seed, same: same(stored, told.stored) }).toEqual({ seed, same: true });
    }, 240_000);

    it('and back: the same facts and the same rankings', async () => {
      const copied = documentOf(await copy(fromThere(), [back]));
      expect(copied).toMatchObject({ events: told.stored.length, copied: told.stored.length });
      expect(same(await storedInFolder(back, installation), told.stored)).toBe(true);
      const again = await TestDocket.start({ folder: back, installation });
      const answers = await rankingsAt(again, moments);
      await again.stop();
      expect({ seed, same: same(answers, told.answers) }).toEqual({ seed, same: true });
    }, 240_000);

    it('takes its records along, so that a key that created is known there', async () => {
      const server = await TestDocket.start({ server: serverEnvironment(servers()) });
      const kinds = await server.running.system.adapters.records.kinds();
      await server.stop();
      expect(kinds).toContain('creation-key');
    }, 60_000);

    it('is refused where the source is of no such installation, and into itself', async () => {
      const other = { DOCKET_INSTALLATION: newInstallation() };
      const words = ['copy-log', '--from', ...fromThere(), '--to', place.at('other'), '--json'];
      const empty = await docket(words, other);
      expect([empty.code, documentOf(empty).code]).toEqual([1, 'copy-source-empty']);
      expect([existsSync(place.at('other')), await left(other.DOCKET_INSTALLATION)]).toEqual([
        false,
        { log: false, schemas: [] },
      ]);
      const itself = await copy(fromThere(), there());
      expect([itself.code, documentOf(itself).code]).toEqual([1, 'copy-place-refused']);
      const otherWay = given.url().replace('127.0.0.1', 'localhost');
      const spelt = await copy(fromThere(), [otherWay, '--records-to', given.postgres]);
      expect([spelt.code, documentOf(spelt).code]).toEqual([1, 'copy-same-log']);
    }, 60_000);

    it('is refused where the PostgreSQL of the source keeps none of its records, and makes none', async () => {
      const bare = newInstallation();
      const office = await TestDocket.start({ folder: place.at('bare'), installation: bare });
      const city = { name: 'City', currency: 'GBP', timeZone: 'UTC' };
      await (await office.as('p-maya')).post('/api/v1/portfolios', city);
      await office.stop();
      const named = { DOCKET_INSTALLATION: bare };
      const out = ['--from', place.at('bare'), '--to', given.url(), '--records-to', 'none'];
      expect((await docket(['copy-log', ...out], named)).code).toBe(0);
      const home = ['--from', ...fromThere(), '--to', place.at('bare-back'), '--json'];
      const ended = await docket(['copy-log', ...home], named);
      expect(documentOf(ended)).toMatchObject({
        code: 'copy-place-refused',
        detail: `The PostgreSQL of --records-from keeps no records of the installation "${bare}": name the one beside that EventStoreDB, or leave records behind with --records-from none.`,
      });
      expect([existsSync(place.at('bare-back')), await left(bare)]).toEqual([
        false,
        { log: true, schemas: [] },
      ]);
    }, 60_000);

    it('moves an organisation by the steps of the how-to', async () => {
      const moved = newInstallation();
      const [from, to] = [place.at('office'), serverEnvironment({ ...servers(), installation: moved })];
      const office = await TestDocket.start({ folder: from, installation: moved });
      const city = { name: 'City', currency: 'GBP', timeZone: 'UTC' };
      await (await office.as('p-maya')).post('/api/v1/portfolios', city);
      await office.stop();
      const said = await runMove({ environment: to, data: from, back: place.at('office-back') });
      expect(said.replace(/\s+/g, ' ')).toMatch(
        /Copied 1 events? in 1 streams?\..*Whole: 1 events? in 1 streams?\./,
      );
      await dropped(moved);
    }, 120_000);
  });

if (postgres && redis) {
  describe('EventStoreDB: the protocol server', () => {
    let server: ProtocolServer;
    beforeAll(async () => {
      server = await startProtocolServer();
    });
    afterAll(() => server.stop());
    describeCopy('the protocol server', { postgres, redis, url: () => server.url });
  });

  if (eventStore)
    describe('EventStoreDB: a real server', () => {
      describeCopy('a real server', { postgres, redis, url: () => eventStore });
    });
} else notRun('a log copied between servers', NO_SERVERS);
