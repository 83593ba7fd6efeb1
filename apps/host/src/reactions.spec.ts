import {
  commandRuntime,
  derivedUuid,
  digestOfBody,
  loadState,
  RecordDamaged,
  runCommand,
  type CommandRuntime,
  type ReadModel,
  type Request,
} from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import { decisionFollowUp } from '@docket/governance';
import { Portfolio } from '@docket/portfolio';
import { Project } from '@docket/project';
import { ProjectionRunner } from '@docket/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEvent, DEFINITION, projections } from './definition';
import { openEmbedded } from './embedded';
import { Reactions } from './reactions';
import type { Adapters } from './system';

const [portfolioId, projectId, motionId] = ['portfolio', 'project', 'motion'].map((one) =>
  derivedUuid(one),
) as [string, string, string];

const asking = (operation: string): Request => ({
  actor: 'ada',
  authentication: 'test',
  operation,
  key: operation,
  bodyDigest: digestOfBody(operation),
  correlationId: operation,
  origin: 'live',
});

/** A project that was claimed for a motion nobody tabled: the process that was tabling it died in between. */
const claimWithoutMotion = async (runtime: CommandRuntime): Promise<void> => {
  const name = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
  await runCommand(runtime, Portfolio, portfolioId, asking('open'), () => ({
    type: 'OpenPortfolio',
    data: { portfolioId, ...name },
  }));
  const people = { sponsor: 'stan', manager: 'mara' };
  const dates = { start: '2026-06-01', finish: '2029-06-01' };
  const words = { name: 'Rail', summary: 'Tracks.', wholeLifeCost: '12' };
  await runCommand(runtime, Project, projectId, asking('propose'), async (gather) => ({
    type: 'ProposeProject',
    data: {
      projectId,
      portfolioId,
      portfolio: await gather(Portfolio, portfolioId),
      ...people,
      ...dates,
      ...words,
    },
  }));
  await runCommand(runtime, Project, projectId, asking('claim'), async (gather) => ({
    type: 'ClaimForMotion',
    data: { projectId, motionId, portfolio: await gather(Portfolio, portfolioId) },
  }));
};

describe('the reactions of a process', () => {
  let folder: string;
  let adapters: Adapters;
  let runtime: CommandRuntime;
  let readModel: ReadModel;
  let troubles: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-reactions-'));
    const tables = projections.map(({ table }) => table);
    adapters = await openEmbedded({ folder, installation: 'docket', definition: DEFINITION, tables });
    runtime = commandRuntime(adapters.store, new SteppingClock(), new CountingIds());
    readModel = await adapters.readModels.live();
    troubles = [];
  });
  afterEach(async () => {
    await adapters.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ports = () => ({
    records: adapters.records,
    log: 'log',
    readModel,
    jobs: adapters.jobs,
    onTrouble: (what: string) => troubles.push(what),
  });
  const projected = () =>
    new ProjectionRunner({ store: adapters.store, readModel, projections, decode: decodeEvent }).catchUp();

  it('are looked after every minute, until they are stopped', async () => {
    const calls: string[] = [];
    const reactions = new Reactions(runtime, ports(), (milliseconds) => {
      calls.push(`every ${milliseconds} ms`);
      return () => calls.push('ended');
    });
    reactions.start();
    expect(reactions.status()).toEqual({ state: 'running', unfinished: 0 });
    await reactions.stop();
    expect(calls).toEqual(['every 60000 ms', 'ended']);
  });

  it('release a claim whose motion never came, with the second look', async () => {
    await claimWithoutMotion(runtime);
    await projected();
    const reactions = new Reactions(runtime, ports(), () => () => undefined);
    await reactions.sweep();
    expect(await loadState(runtime, Project, projectId)).toMatchObject({ openMotion: motionId });
    await reactions.sweep();
    expect(await loadState(runtime, Project, projectId)).not.toHaveProperty('openMotion');
  });

  it('go on without their checkpoint where it is damaged, and say so', async () => {
    const records = adapters.records;
    await records.put('process-checkpoint', `log/${decisionFollowUp.name}`, Buffer.from('7'));
    const damaged = Object.assign(Object.create(records) as typeof records, {
      get: () => Promise.reject(new RecordDamaged('The record was kept as a and is b now.')),
    });
    const reactions = new Reactions(runtime, { ...ports(), records: damaged }, () => () => undefined);
    reactions.start();
    await reactions.idle();
    expect(reactions.status()).toEqual({ state: 'running', unfinished: 0 });
    await reactions.stop();
    expect(troubles.sort()).toEqual([
      'ballot-clock reads the log from its start: its checkpoint cannot be read',
      'call-in-clock reads the log from its start: its checkpoint cannot be read',
      'capsule-keeping reads the log from its start: its checkpoint cannot be read',
      'condition-clock reads the log from its start: its checkpoint cannot be read',
      'condition-follow-up reads the log from its start: its checkpoint cannot be read',
      'decision-follow-up reads the log from its start: its checkpoint cannot be read',
    ]);
  });
});
