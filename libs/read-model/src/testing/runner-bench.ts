import type { LogMessage, ReadModel, ReadModels } from '@docket/kernel';
import { ProjectionRunner, ProjectionsStopped, type Log, type RunnerOptions } from '..';
import type { PlaceMaker, ReadModelPlace } from '../contract/samples';
import { counted, decode, PROJECTIONS, STREAMS, TALLIES, TallyLog, type Draft } from './tally-log';

/** A tally in a stream of its own number. */
export const draft = (stream: number, some: Partial<Draft> = {}): Draft => ({
  stream,
  event: counted(`t${stream}`),
  ...some,
});

const bound = (build: ReadModel, name: string | symbol): unknown => {
  const member: unknown = Reflect.get(build, name);
  return typeof member === 'function' ? member.bind(build) : member;
};

/** A real log, a real read model, and runners between them that are stopped after each test. */
export const runnerBench = (make: PlaceMaker) => {
  let place: ReadModelPlace;
  let models: ReadModels;
  let readModel: ReadModel;
  let log: TallyLog;
  const runners: ProjectionRunner[] = [];

  beforeEach(async () => {
    place = await make();
    models = await place.open({ definition: 'd1', tables: [TALLIES, STREAMS] });
    readModel = await models.live();
    log = await TallyLog.open();
  });
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.stop();
    await models.close();
    await place.remove();
    await log.close();
  });

  const runner = (some: Partial<RunnerOptions> = {}): ProjectionRunner => {
    const made = new ProjectionRunner({
      store: log.store,
      readModel,
      projections: PROJECTIONS,
      decode,
      ...some,
    });
    runners.push(made);
    return made;
  };
  const started = (some: Partial<RunnerOptions> = {}): ProjectionRunner => {
    const made = runner(some);
    made.start();
    return made;
  };
  return {
    models: () => models,
    readModel: () => readModel,
    log: () => log,
    runner,
    started,
    eventsIn: async (stream: number) =>
      (await readModel.rowAsOf(STREAMS, 999, TallyLog.stream(stream)))?.events,
    /** The same log, through a subscription that tells it differently. */
    told: (tell: (messages: AsyncIterable<LogMessage>) => AsyncIterable<LogMessage>): Log => ({
      read: (...asked) => log.store.read(...asked),
      head: () => log.store.head(),
      subscribe: (options) => tell(log.store.subscribe(options)),
    }),
    /** The same build, in whose commits something happens. */
    committing: (commit: (batch: Parameters<ReadModel['commit']>[0]) => Promise<void>): ReadModel =>
      new Proxy(readModel, { get: (build, name) => (name === 'commit' ? commit : bound(build, name)) }),
    untilStopped: async (stopping: ProjectionRunner): Promise<unknown> => {
      await expect(stopping.waitFor('999999999', 20_000)).rejects.toThrow(ProjectionsStopped);
      return stopping.status();
    },
  };
};
