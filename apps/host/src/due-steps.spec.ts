import { commandRuntime, type CommandRuntime, type Instant, type ReadModel } from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import { ProjectionRunner } from '@docket/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEvent, DEFINITION, projections } from './definition';
import { DueSteps, WAKE, wokenBy } from './due-steps';
import { openEmbedded } from './embedded';
import type { Adapters } from './system';
import { ballotWaits, clockNamed } from './waiting-ballot.scenes';

const NOW: Instant = '2026-03-09T17:00:00.000Z';

describe('steps that are due at an instant', () => {
  let folder: string;
  let adapters: Adapters;
  let runtime: CommandRuntime;
  let readModel: ReadModel;
  let woken: string[];
  let troubles: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-due-'));
    const tables = projections.map(({ table }) => table);
    adapters = await openEmbedded({ folder, installation: 'docket', definition: DEFINITION, tables });
    runtime = commandRuntime(adapters.store, new SteppingClock(NOW), new CountingIds());
    readModel = await adapters.readModels.live();
    woken = [];
    troubles = [];
  });
  afterEach(async () => {
    await adapters.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const waits = (name: string, closesAt: Instant) => ballotWaits(runtime, name, closesAt);
  const steps = () =>
    new DueSteps({
      ...{ readModel, clock: runtime.clock, jobs: adapters.jobs },
      wake: async (process, instance) => {
        woken.push(`${process} ${instance}`);
        return true;
      },
      onTrouble: (what) => troubles.push(what),
    });
  const looked = async () => {
    await new ProjectionRunner({
      store: adapters.store,
      readModel,
      projections,
      decode: decodeEvent,
    }).catchUp();
    return steps().reconcile();
  };
  const timer = (name: string) => adapters.jobs.find(WAKE, `ballot-clock ${clockNamed(name)}`);

  it('are woken by a look when no timer did it, the longest due first', async () => {
    await waits('second', '2026-03-09T16:59:59.999Z');
    await waits('first', '2025-01-01T00:00:00.000Z');
    await waits('now', NOW);
    expect(await looked()).toBe(3);
    expect(woken).toEqual(['first', 'second', 'now'].map((name) => `ballot-clock ${clockNamed(name)}`));
  });

  it('get their timer back when they will soon be due, and are left to it when they are far', async () => {
    await waits('soon', '2026-03-09T17:02:00.000Z');
    await waits('far', '2026-03-09T17:02:00.001Z');
    expect(await looked()).toBe(0);
    expect([await timer('soon'), await timer('far'), woken]).toEqual([
      expect.objectContaining({ attempts: 0 }),
      undefined,
      [],
    ]);
  });

  it('are looked for though the queue does not answer, and that is told', async () => {
    await waits('late', '2026-03-09T16:00:00.000Z');
    await waits('soon', '2026-03-09T17:01:00.000Z');
    await adapters.jobs.close();
    expect(await looked()).toBe(1);
    expect([woken.length, troubles]).toEqual([
      1,
      ['no timer was set for ballot-clock; it is looked for every minute'],
    ]);
  });

  it('are named by the job that wakes them', async () => {
    const waiting = { process: 'ballot-clock', instance: clockNamed('x') };
    expect(wokenBy({ data: waiting })).toEqual(waiting);
    for (const data of [null, 'ballot-clock', [], { process: 'ballot-clock' }, { process: 1, instance: 'x' }])
      expect(() => wokenBy({ data })).toThrow('names no instance of a process');
  });
});
