import { commandRuntime } from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFINITION, projections } from './definition';
import { WAKE } from './due-steps';
import { openEmbedded } from './embedded';
import { jobHandlers, type JobPlace } from './job-handlers';
import type { Adapters } from './system';

describe('the jobs that are done', () => {
  let folder: string;
  let adapters: Adapters;
  let place: JobPlace;
  const [wake, chase] = [async () => undefined, async () => undefined];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-handlers-'));
    const tables = projections.map(({ table }) => table);
    adapters = await openEmbedded({ folder, installation: 'docket', definition: DEFINITION, tables });
    place = {
      runtime: commandRuntime(adapters.store, new SteppingClock(), new CountingIds()),
      readModel: await adapters.readModels.live(),
      jobs: adapters.jobs,
      reactions: { handlers: { [WAKE]: wake } },
    };
  });
  afterEach(async () => {
    await adapters.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are those that wake processes', () => expect(jobHandlers(place)).toEqual({ [WAKE]: wake }));

  it('are those of all who do some', () =>
    expect(jobHandlers(place, [({ reactions }) => reactions.handlers, () => ({ chase })])).toEqual({
      [WAKE]: wake,
      chase,
    }));

  it('are done by one handler each', () =>
    expect(() => jobHandlers(place, [() => ({ chase }), () => ({ chase })])).toThrow(
      new Error('Jobs of the kind "chase" are done by two handlers.'),
    ));
});
