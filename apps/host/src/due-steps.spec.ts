import { ballotClock, clockOf, type BallotOpened } from '@docket/governance';
import {
  commandRuntime,
  derivedUuid,
  digestOfBody,
  runCommand,
  type CommandRuntime,
  type Instant,
  type ReadModel,
  type Recorded,
} from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import { ProjectionRunner } from '@docket/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEvent, DEFINITION, projections } from './definition';
import { DueSteps, WAKE, wokenBy } from './due-steps';
import { openEmbedded } from './embedded';
import type { Adapters } from './system';

const NOW: Instant = '2026-03-09T17:00:00.000Z';

/** A ballot as it opened, with the instant at which it closes. */
const opened = (motionId: string, closesAt: Instant): Recorded<BallotOpened> => {
  const place = { stream: `docket-motion-${motionId}`, revision: 1 };
  const rules = {
    quorum: { kind: 'count', seats: 1 },
    carryRule: 'majority-of-cast',
    minimumSeats: 1,
  } as const;
  return {
    type: 'BallotOpened',
    data: { motionId, electorate: [], ...rules, projectRevision: 0, closesAt },
    ...{ ...place, id: derivedUuid(motionId), position: '1' },
    meta: {
      ...{ ...place, previous: null, actor: 'cleo', authentication: 'test', commandId: 'c' },
      ...{ bodyDigest: 'd', correlationId: 'c', recordedAt: '2026-03-02T09:00:00.000Z' },
      ...{ origin: 'live', portfolio: derivedUuid('portfolio'), guards: [] },
    },
  };
};

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

  const motion = (name: string): string => derivedUuid('motion', name);
  const waits = async (name: string, closesAt: Instant): Promise<void> => {
    const event = opened(motion(name), closesAt);
    const request = {
      ...{ actor: 'process:ballot-clock', authentication: 'process', operation: 'notice', key: name },
      ...{ bodyDigest: digestOfBody(name), correlationId: name, origin: 'live' as const },
    } as const;
    const command = () => ({ type: 'Notice', data: { event } }) as const;
    await runCommand(runtime, ballotClock.aggregate, clockOf(motion(name)), request, command);
  };
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
  const timer = (name: string) => adapters.jobs.find(WAKE, `ballot-clock ${clockOf(motion(name))}`);

  it('are woken by a look when no timer did it, the longest due first', async () => {
    await waits('second', '2026-03-09T16:59:59.999Z');
    await waits('first', '2025-01-01T00:00:00.000Z');
    await waits('now', NOW);
    expect(await looked()).toBe(3);
    expect(woken).toEqual(['first', 'second', 'now'].map((name) => `ballot-clock ${clockOf(motion(name))}`));
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
    const waiting = { process: 'ballot-clock', instance: clockOf(motion('x')) };
    expect(wokenBy({ data: waiting })).toEqual(waiting);
    for (const data of [null, 'ballot-clock', [], { process: 'ballot-clock' }, { process: 1, instance: 'x' }])
      expect(() => wokenBy({ data })).toThrow('names no instance of a process');
  });
});
