import { commandRuntime, foldSnapshotsIn, type CommandRuntime, type ReadModel } from '@docket/kernel';
import { importsUnderWay, settleBeforeAppend } from '@docket/portfolio';
import { followLive, ProjectionRunner, rebuild } from '@docket/read-model';
import { AsyncLocalStorage } from 'node:async_hooks';
import { systemClock, systemIds } from './clock';
import { codeVersion } from './code-version';
import { decodeEvent, DEFINITION, projections } from './definition';
import { openEmbedded } from './embedded';
import { jobHandlers } from './job-handlers';
import { jobsStatus } from './jobs-status';
import { endInTime, type Ending } from './end-in-time';
import { leadersOf, stoppedElsewhere } from './leaders';
import { othersDropped } from './others-dropped';
import { Projector, type Definition } from './projector';
import { readModelTrouble } from './read-model-trouble';
import { ReactionsOffice } from './reactions-office';
import { settled } from './settled';
import type { Settings } from './settings';
import { LogBeneath } from './log-beneath';
import type { Adapters, Part, Progress, System, Trouble } from './system';
import { LookedUp } from './looked-up';
import { firstUnread } from './unread';

/** What this release makes of events. */
const RELEASED: Definition = { definition: DEFINITION, projections, decode: decodeEvent };

const openAdapters = async (
  { profile, installation, insecure, mustHaveBegun = false }: Settings,
  { definition, projections: made }: Definition,
): Promise<Adapters> => {
  const shared = { installation, definition, tables: made.map(({ table }) => table) };
  if (profile.kind === 'embedded') return openEmbedded({ folder: profile.folder, ...shared });
  const server: typeof import('./server') = require('./server');
  return server.openServer({
    eventStore: profile.eventStore,
    readModel: profile.readModel,
    jobs: profile.jobs,
    insecure,
    mustHaveBegun,
    ...shared,
  });
};

/** The log of a data folder is not `watched`: nobody but its owner can put another in its place. */
const runtimeFor = (
  { store, records }: Adapters,
  log: string,
  watched: Readonly<{ readModel: ReadModel; onTrouble: Trouble }> | undefined,
): CommandRuntime => {
  const runtime: CommandRuntime = commandRuntime(
    store,
    systemClock,
    systemIds,
    settleBeforeAppend(() => runtime),
    foldSnapshotsIn(records, { log, codeVersion: codeVersion() }),
    watched && new LogBeneath({ store, clock: systemClock, ...watched }),
  );
  return runtime;
};

/** @throws ReadModelUnusable, which says what helps, where the read model of a folder is the trouble */
const orTrouble = async <T>(settings: Settings, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw readModelTrouble(error, settings);
  }
};

type Projecting = Readonly<{
  adapters: Adapters;
  live: ReadModel;
  projector: Projector;
  definition: Definition;
}>;

/** Builds the read model anew beside the live one, then switches. */
const rebuilt = async (
  { adapters, live, projector, definition }: Projecting,
  onProgress: Progress,
): Promise<Readonly<{ events: number }>> => {
  const { number } = await live.checkpoint();
  const onBatch = (batch: { number: number }) =>
    onProgress({ what: 'events rebuilt', done: batch.number, total: Math.max(number, batch.number) });
  const reached = await rebuild(adapters.readModels, {
    store: adapters.store,
    ...definition,
    onBatch,
    ...(projector.runner ? { live: projector.runner } : {}),
  });
  return { events: reached.number };
};

/** Folds the whole log into a read model of its own and has `ask` asked of that. */
const replayed = async <T>(
  { adapters, live, definition }: Projecting,
  ask: (readModel: ReadModel) => Promise<T>,
  onProgress: Progress,
): Promise<Readonly<{ answer: T; events: number }>> => {
  await using scratch = await adapters.scratchReadModels();
  const readModel = await scratch.live();
  const { number: total } = await live.checkpoint();
  const onBatch = (batch: { number: number }) =>
    onProgress({ what: 'events replayed', done: batch.number, total: Math.max(total, batch.number) });
  const runner = new ProjectionRunner({ store: adapters.store, ...definition, readModel, onBatch });
  const { number: events } = await runner.catchUp();
  return { answer: await ask(readModel), events };
};

/** A stop takes no longer than this, in milliseconds; where there is a door, closing it takes most of that. */
const STOP_MS = 15_000;
const DOOR_MS = 10_000;
/** Milliseconds for jobs under way; what is given back is done again elsewhere. */
const JOBS_MS = 4_000;

/** A stop that waited as long as it may. What was left is found again: commands by their keys, batches and jobs in the log. */
class StoppedLate extends Error {
  override readonly name = 'StoppedLate';
}

/** Ends one after the other, and says what could not be waited for. */
const endedInTime = async (
  endings: readonly Ending[],
  limitMs: number,
  onTrouble: Trouble,
): Promise<void> => {
  const left = await endInTime(endings, limitMs);
  if (left.length > 0)
    onTrouble(`stopping: ${left.join(', ')} did not end in time and were left`, new StoppedLate());
};

type Running = Readonly<{
  adapters: Adapters;
  runtime: CommandRuntime;
  projector: Projector;
  reactions: ReactionsOffice | undefined;
}>;

/** Ends what projects, then lets go of the ports. */
const endingsOf = ({ projector, adapters }: Pick<Running, 'projector' | 'adapters'>): readonly Ending[] => [
  { what: 'a batch of the projections', end: () => projector.stop() },
  { what: 'connections and files', end: () => adapters.close() },
];

/** Ends what runs on the ports, then lets go of them. */
const ended = async (
  { adapters, runtime, projector, reactions }: Running,
  limitMs: number,
  onTrouble: Trouble,
): Promise<void> => {
  const endings: readonly Ending[] = [
    { what: 'reactions under way', end: async () => reactions?.stop() },
    { what: 'jobs under way', end: () => adapters.jobs.close(JOBS_MS) },
    { what: 'commands under way', end: () => runtime.turns.idle() },
    ...endingsOf({ projector, adapters }),
  ];
  await endedInTime(endings, limitMs, onTrouble);
};

type Told = Readonly<{ onProgress: Progress; onTrouble: Trouble; stopping: AbortSignal | undefined }>;

/** The projector, caught up with the log where it leads. @throws what it cannot project, or is told to stop with, with everything let go of */
const startedProjector = async (
  settings: Settings,
  part: Part,
  ports: ConstructorParameters<typeof Projector>[0],
  { onProgress, onTrouble, stopping }: Told,
): Promise<Projector> => {
  const onLead = settings.profile.kind === 'server' ? onTrouble : () => undefined;
  const projector = new Projector(ports, part, onProgress, onTrouble, onLead);
  try {
    await projector.start(stopping);
    return projector;
  } catch (error) {
    await endedInTime(endingsOf({ projector, adapters: ports.adapters }), STOP_MS, onTrouble);
    throw readModelTrouble(error, settings);
  }
};

/** What may be said of an opening. */
export type Opening = Readonly<{
  /** What events are turned into: this release's unless another is given. */
  definition?: Definition;
  /** Gives an opening up once it aborts: everything is let go of, and what it is aborted with thrown. */
  stopping?: AbortSignal;
}>;

/** Opens the ports of a profile and what runs on them. @throws when a file or a server cannot be used */
export const openSystem = async (
  settings: Settings,
  part: Part,
  onProgress: Progress,
  onTrouble: Trouble,
  { definition = RELEASED, stopping }: Opening = {},
): Promise<System> => {
  const adapters = await openAdapters(settings, definition);
  const { store, records, readModels, leases, jobs } = adapters;
  const isShared = settings.profile.kind === 'server';
  if (isShared) importsUnderWay(store).shareBy({ leases, clock: systemClock });
  const live = await orTrouble(settings, () => followLive(readModels));
  const explain = (error: unknown) => readModelTrouble(error, settings);
  const projector = await startedProjector(
    settings,
    part,
    { adapters, readModel: live, definition, explain },
    { onProgress, onTrouble, stopping },
  );
  const logId = await store.logId();
  const runtime = runtimeFor(adapters, logId, isShared ? { readModel: live, onTrouble } : undefined);
  const ports = { records, log: logId, readModel: live, jobs, onTrouble };
  const reactions =
    part === 'api'
      ? undefined
      : new ReactionsOffice(leases, runtime, ports, isShared ? onTrouble : () => undefined);
  reactions?.start();
  if (reactions) jobs.work(jobHandlers({ runtime, readModel: live, jobs, reactions }), { onTrouble });
  const elsewhere = new LookedUp(systemClock, () => stoppedElsewhere(leases, definition.definition));
  const unread = new LookedUp(systemClock, () => firstUnread(store, live));
  const replaying = new AsyncLocalStorage<ReadModel>();
  const waitFor: System['waitFor'] = (position, milliseconds) => projector.waitFor(position, milliseconds);
  const past = { runtime, readModel: live, isShared, waitFor };
  const parts = { adapters, live, projector, definition };
  return {
    settings,
    adapters,
    runtime,
    live: { current: () => replaying.getStore() ?? live },
    logId,
    definition: definition.definition,
    decode: definition.decode,
    projection: () => projector.status(),
    stoppedBy: async () => projector.stoppedBy() ?? (isShared ? elsewhere.found() : undefined),
    firstUnread: () => unread.found(),
    reactions: () => reactions?.status(),
    jobs: () => jobsStatus(adapters.jobs),
    leaders: async () => (isShared ? leadersOf(leases, definition.definition) : undefined),
    waitFor,
    settled: (at) => settled(past, at),
    rebuild: (onRebuilt) => rebuilt(parts, onRebuilt),
    dropOthers: () => othersDropped(adapters, definition.definition),
    replay: (question, onReplayed) =>
      replayed(parts, (readModel) => replaying.run(readModel, question), onReplayed),
    [Symbol.asyncDispose]: () => {
      const limitMs = part === 'worker' ? STOP_MS : STOP_MS - DOOR_MS;
      return ended({ adapters, runtime, projector, reactions }, limitMs, onTrouble);
    },
  };
};
