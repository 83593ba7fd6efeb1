import { ballotClock } from '@docket/governance';
import {
  commandRuntime,
  dueStepTable,
  NO_JOBS,
  StoreUnavailable,
  type CommandRuntime,
  type ReadModel,
} from '@docket/kernel';
import { CountingIds, SteppingClock, until } from '@docket/kernel/testing';
import { ProjectionRunner } from '@docket/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEvent, DEFINITION, projections } from './definition';
import { WAKE } from './due-steps';
import { openEmbedded } from './embedded';
import { Reactions } from './reactions';
import type { Adapters } from './system';
import { ballotWaits, clockNamed } from './waiting-ballot.scenes';

describe('a wake-up while the event store is away', () => {
  let folder: string;
  let adapters: Adapters;
  let runtime: CommandRuntime;
  let readModel: ReadModel;
  let isAway: boolean;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-wake-'));
    const tables = projections.map(({ table }) => table);
    adapters = await openEmbedded({ folder, installation: 'docket', definition: DEFINITION, tables });
    const { store } = adapters;
    const read: typeof store.read = (...asked) =>
      isAway ? Promise.reject(new StoreUnavailable('It is away.')) : store.read(...asked);
    const away = Object.assign(Object.create(store) as typeof store, { read });
    runtime = commandRuntime(away, new SteppingClock('2026-03-09T17:00:00.000Z'), new CountingIds());
    readModel = await adapters.readModels.live();
    isAway = false;
  });
  afterEach(async () => {
    await adapters.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const reactions = () => {
    const ports = { records: adapters.records, log: 'log', readModel, jobs: adapters.jobs };
    return new Reactions(runtime, { ...ports, onTrouble: () => undefined }, () => () => undefined);
  };
  const projected = () =>
    new ProjectionRunner({ store: adapters.store, readModel, projections, decode: decodeEvent }).catchUp();
  const waiting = async () => {
    const { number } = await projected();
    return (await readModel.rowsAsOf(dueStepTable, number)).map(({ key }) => key);
  };

  it('is tried as long as a job is, then left to the next look; nothing is given up or left unfinished', async () => {
    const [instance, process] = [clockNamed('m'), ballotClock.name];
    await ballotWaits(runtime, 'm', '2026-03-09T16:59:00.000Z');
    expect(await waiting()).toEqual([instance]);
    const [woken, leading] = [reactions(), reactions()];
    const { jobs } = adapters;
    isAway = true;
    jobs.work(woken.handlers, { firstPauseMs: 1 });
    await jobs.add({ kind: WAKE, id: `${process} ${instance}`, data: { process, instance } });
    await until(
      'the job has ended',
      async () => (await jobs.find(WAKE, `${process} ${instance}`)) === undefined,
    );
    expect(await jobs.counts()).toEqual({ [WAKE]: { ...NO_JOBS, done: 1, failedAttempts: 4 } });
    isAway = false;
    await leading.sweep();
    expect([await waiting(), await jobs.dead()]).toEqual([[], []]);
    expect([woken, leading].map((one) => one.status().unfinished)).toEqual([0, 0]);
  });
});
