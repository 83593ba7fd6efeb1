import { EventStoreDBClient } from '@eventstore/db-client';
import { openEventStoreDb } from '@docket/event-store';
import {
  commandRuntime,
  derivedUuid,
  digestOfBody,
  LogTampered,
  PositionBeyondEnd,
  runCommand,
  streamName,
  type EventStore,
} from '@docket/kernel';
import { CountingIds, SteppingClock, until } from '@docket/kernel/testing';
import { Portfolio } from '@docket/portfolio';
import { EventNotApplied, LogDiffers } from '@docket/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProtocolServer, type ProtocolServer } from '../../../test/protocol-server';
import { decodeEvent, DEFINITION, projections } from './definition';
import { openEmbedded } from './embedded';
import { untilMended } from './mended';
import { Projector } from './projector';
import type { Adapters } from './system';

const [north, south] = ['north', 'south'].map((one) => derivedUuid(one)) as [string, string];

describe('projections that stopped because of the log', () => {
  let folder: string;
  let server: ProtocolServer;
  let administrator: EventStoreDBClient;
  let embedded: Adapters;
  let store: EventStore;
  let projector: Projector;
  let looks: number;
  let said: string[];

  const opened = async (portfolioId: string) => {
    const runtime = commandRuntime(store, new SteppingClock(), new CountingIds());
    const asking = { actor: 'ada', authentication: 'test', operation: 'open', key: portfolioId };
    const request = { ...asking, bodyDigest: digestOfBody(''), correlationId: '', origin: 'live' as const };
    const data = { portfolioId, name: portfolioId, currency: 'GBP', timeZone: 'Europe/London' };
    await runCommand(runtime, Portfolio, portfolioId, request, () => ({ type: 'OpenPortfolio', data }));
  };
  const leading = async (decode = decodeEvent) => {
    const readModel = await embedded.readModels.live();
    const ports = { readModel, definition: { definition: DEFINITION, projections, decode } };
    projector = new Projector(
      { ...ports, adapters: { ...embedded, store }, explain: (error) => error, lookMs: 5 },
      'worker',
      () => undefined,
      (what) => said.push(what),
      () => undefined,
    );
    await projector.start();
  };
  const untilStopped = () => until('the projections have stopped', () => projector.stoppedBy());

  beforeEach(async () => {
    [looks, said] = [0, []];
    folder = mkdtempSync(join(tmpdir(), 'docket-mended-'));
    server = await startProtocolServer();
    administrator = EventStoreDBClient.connectionString(server.url);
    store = await openEventStoreDb({ url: server.url, installation: 'mended' });
    const subscribe = store.subscribe.bind(store);
    store.subscribe = (asked) => ((looks += 1), subscribe(asked));
    const tables = projections.map(({ table }) => table);
    embedded = await openEmbedded({ folder, installation: 'mended', definition: DEFINITION, tables });
    await opened(north);
  });
  afterEach(async () => {
    await projector.stop();
    await embedded.close();
    await store.close();
    await administrator.dispose();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('go on by themselves once metadata that hid events are removed, and say each of both once', async () => {
    await leading();
    const stream = streamName('mended', 'portfolio', north);
    await administrator.setStreamMetadata(stream, { maxCount: 1 });
    expect(await untilStopped()).toBeInstanceOf(LogTampered);
    await opened(south);
    const before = looks;
    await until('it was looked at again and again', () => looks > before + 5);
    const stopped = { state: 'stopped', error: expect.stringContaining('$maxCount 1') };
    expect([await projector.status(), said]).toEqual([
      expect.objectContaining(stopped),
      ['the projections stopped'],
    ]);

    await administrator.setStreamMetadata(stream, {});
    await until('they have caught up', async () => (await projector.status()).state === 'live');
    expect([(await projector.status()).number, projector.stoppedBy(), said]).toEqual([
      2,
      undefined,
      ['the projections stopped', 'what stopped the projections was mended: they go on'],
    ]);
  });

  it.each([
    ['of another log', new LogDiffers('another')],
    ['shorter than what is projected', new PositionBeyondEnd('shorter')],
    ['tampered with', new LogTampered('tampered')],
  ])('go on where the log was %s and is not any more', async (_, error) => {
    const ports = { store, readModel: await embedded.readModels.live() };
    await leading();
    expect(await untilMended(error, ports, AbortSignal.timeout(10_000), 5)).toBe(true);
  });

  it('stay before an event that this release cannot apply, where others go on whose log was mended', async () => {
    const notKnown = (...[stored]: Parameters<typeof decodeEvent>) => {
      if (stored.stream.endsWith(south)) throw new Error('Nobody knows it.');
      return decodeEvent(stored);
    };
    await leading(notKnown);
    await opened(south);
    expect(await untilStopped()).toBeInstanceOf(EventNotApplied);
    await until('it has resigned', async () => (await embedded.leases.standings())[0]?.leads === false);
    const ports = { store, readModel: await embedded.readModels.live() };
    const { signal } = new AbortController();
    for (let times = 0; times < 3; times += 1)
      expect(await untilMended(new LogTampered('mended since'), ports, signal, 5)).toBe(true);
    expect([said, projector.stoppedBy()]).toEqual([['the projections stopped'], expect.any(EventNotApplied)]);
  });
});
