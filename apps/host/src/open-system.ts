import {
  CheckpointMoved,
  comparePositions,
  commandRuntime,
  foldSnapshotsIn,
  type CommandRuntime,
  type Position,
  type ReadModel,
} from '@docket/kernel';
import { settleBeforeAppend } from '@docket/portfolio';
import { followLive, ProjectionRunner, rebuild, untilReached } from '@docket/read-model';
import { AsyncLocalStorage } from 'node:async_hooks';
import { systemClock, systemIds } from './clock';
import { codeVersion } from './code-version';
import { decodeEvent, DEFINITION, projections } from './definition';
import { openEmbedded } from './embedded';
import { jobsStatus } from './jobs-status';
import { projectionStatus } from './projection-status';
import { readModelTrouble } from './read-model-trouble';
import { Reactions } from './reactions';
import { settled } from './settled';
import type { Settings } from './settings';
import type { Adapters, Part, Progress, System, Trouble } from './system';

const tables = projections.map(({ table }) => table);

const openAdapters = async ({ profile, installation }: Settings): Promise<Adapters> => {
  const shared = { installation, definition: DEFINITION, tables };
  if (profile.kind === 'embedded') return openEmbedded({ folder: profile.folder, ...shared });
  const server: typeof import('./server') = require('./server');
  const { eventStore, readModel, jobs } = profile;
  return server.openServer({ eventStore, readModel, jobs, ...shared });
};

const runtimeFor = ({ store, records }: Adapters, log: string): CommandRuntime => {
  const runtime: CommandRuntime = commandRuntime(
    store,
    systemClock,
    systemIds,
    settleBeforeAppend(() => runtime),
    foldSnapshotsIn(records, { log, codeVersion: codeVersion() }),
  );
  return runtime;
};

const waitingFor = (error: unknown): string =>
  error instanceof CheckpointMoved
    ? 'the projections stand by: another process projects'
    : 'the projections wait until what they need is back';

/** Follows the log where this process projects; elsewhere another process does, and the checkpoint tells how far it is. */
class Projector {
  readonly runner: ProjectionRunner | undefined;

  constructor(
    private readonly store: Adapters['store'],
    private readonly readModel: ReadModel,
    part: Part,
    onProgress: Progress,
    onTrouble: Trouble,
  ) {
    const onBatch = ({ number }: { number: number }) =>
      this.isCatchingUp() && onProgress({ what: 'events projected', done: number });
    this.runner =
      part === 'api'
        ? undefined
        : new ProjectionRunner({
            store,
            readModel,
            projections,
            decode: decodeEvent,
            onBatch,
            onStopped: (error) => onTrouble('the projections stopped', error),
            onOutage: (error) => onTrouble(waitingFor(error), error),
            onRecovered: () => onTrouble('the projections go on'),
          });
  }

  /** Starts to follow and waits until what was in the log by now can be read. */
  async start(): Promise<void> {
    if (!this.runner) return;
    this.runner.start();
    await this.caughtUpWith(this.runner, await this.store.head());
  }

  status() {
    return projectionStatus(this.runner, this.readModel, this.store);
  }

  stoppedBy(): unknown {
    const status = this.runner?.status();
    return status?.state === 'stopped' ? status.error : undefined;
  }

  waitFor(position: Position, milliseconds: number): Promise<void> {
    return this.runner
      ? this.runner.waitFor(position, milliseconds)
      : untilReached(this.readModel, position, { milliseconds, clock: systemClock });
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
  }

  private isCatchingUp(): boolean {
    return this.runner?.status().state !== 'live';
  }

  /** What the read model holds counts only once the runner has found it to be of this log. @throws what stopped the projections */
  private async caughtUpWith(runner: ProjectionRunner, head: Position | undefined): Promise<void> {
    for (;;) {
      const { state, error } = runner.status();
      if (state === 'stopped') throw error instanceof Error ? error : new Error('The projections stopped.');
      const { position } = await this.readModel.checkpoint();
      const isThere = head === undefined || (position !== undefined && comparePositions(position, head) >= 0);
      if (isThere && state !== 'starting') return;
      await systemClock.pause(20);
    }
  }
}

/** @throws ReadModelUnusable, which says what helps, where the read model of a folder is the trouble */
const orTrouble = async <T>(settings: Settings, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw readModelTrouble(error, settings);
  }
};

type Projecting = Readonly<{ adapters: Adapters; live: ReadModel; projector: Projector }>;

const projecting = ({ store }: Adapters) => ({ store, projections, decode: decodeEvent });

/** Builds the read model anew beside the live one, then switches. */
const rebuilt = async (
  { adapters, live, projector }: Projecting,
  onProgress: Progress,
): Promise<Readonly<{ events: number }>> => {
  const { number } = await live.checkpoint();
  const onBatch = (batch: { number: number }) =>
    onProgress({ what: 'events rebuilt', done: batch.number, total: Math.max(number, batch.number) });
  const reached = await rebuild(adapters.readModels, {
    ...projecting(adapters),
    onBatch,
    ...(projector.runner ? { live: projector.runner } : {}),
  });
  return { events: reached.number };
};

/** Folds the whole log into a read model of its own and has `ask` asked of that. */
const replayed = async <T>(
  { adapters, live }: Projecting,
  ask: (readModel: ReadModel) => Promise<T>,
  onProgress: Progress,
): Promise<Readonly<{ answer: T; events: number }>> => {
  await using scratch = await adapters.scratchReadModels();
  const readModel = await scratch.live();
  const { number: total } = await live.checkpoint();
  const onBatch = (batch: { number: number }) =>
    onProgress({ what: 'events replayed', done: batch.number, total: Math.max(total, batch.number) });
  const runner = new ProjectionRunner({ ...projecting(adapters), readModel, onBatch });
  const { number: events } = await runner.catchUp();
  return { answer: await ask(readModel), events };
};

/** Opens the ports of a profile and what runs on them. @throws when a file or a server cannot be used */
export const openSystem = async (
  settings: Settings,
  part: Part,
  onProgress: Progress,
  onTrouble: Trouble,
): Promise<System> => {
  const adapters = await openAdapters(settings);
  const { store, records, readModels } = adapters;
  const live = await orTrouble(settings, () => followLive(readModels));
  const projector = new Projector(store, live, part, onProgress, onTrouble);
  await orTrouble(settings, () => projector.start());
  const logId = await store.logId();
  const runtime = runtimeFor(adapters, logId);
  const reactions =
    part === 'api' ? undefined : new Reactions(runtime, { records, log: logId, readModel: live, onTrouble });
  reactions?.start();
  const replaying = new AsyncLocalStorage<ReadModel>();
  const waitFor: System['waitFor'] = (position, milliseconds) => projector.waitFor(position, milliseconds);
  const past = { runtime, readModel: live, isShared: settings.profile.kind === 'server', waitFor };
  const parts = { adapters, live, projector };
  return {
    settings,
    adapters,
    runtime,
    live: { current: () => replaying.getStore() ?? live },
    logId,
    definition: DEFINITION,
    decode: decodeEvent,
    projection: () => projector.status(),
    stoppedBy: () => projector.stoppedBy(),
    reactions: () => reactions?.status(),
    jobs: () => jobsStatus(adapters.jobs),
    waitFor,
    settled: (at) => settled(past, at),
    rebuild: (onRebuilt) => rebuilt(parts, onRebuilt),
    replay: (question, onReplayed) =>
      replayed(parts, (readModel) => replaying.run(readModel, question), onReplayed),
    [Symbol.asyncDispose]: async () => {
      await reactions?.stop();
      await runtime.queue.idle();
      await projector.stop();
      await adapters.close();
    },
  };
};
