import {
  AbandonedClaims,
  ballotClock,
  callInClock,
  capsuleKeeping,
  conditionClock,
  conditionFollowUp,
  decisionFollowUp,
  dispatchToCondition,
  dispatchToDecision,
  dispatchToMotion,
  dispatchToNewCondition,
  dispatchToProject,
} from '@docket/governance';
import {
  isPosition,
  ProcessRunner,
  type CommandRuntime,
  type Dispatch,
  type Event,
  type Instant,
  type JobQueue,
  type Outgoing,
  type Process,
  type ProcessCheckpoint,
  type ReadModel,
  type Records,
  type RunningJob,
} from '@docket/kernel';
import { dispatchToCapsule } from './capsule/dispatch-to-capsule';
import { decodeEvent } from './definition';
import { DueSteps, WAKE, wokenBy } from './due-steps';
import type { JobHandlers } from './job-handlers';
import type { ReactionsStatus, Trouble } from './system';

const SWEEP_MS = 60_000;

/** How often a job tries to wake an instance before that is left to the next look: fewer than after which a job is given up. */
const WAKE_TRIES = 4;

/** How far a process is, kept among the records: a cache, losing it costs a reading of the log. */
const checkpointIn = (records: Records, log: string, name: string): ProcessCheckpoint => ({
  load: async () => {
    const kept = await records.get('process-checkpoint', `${log}/${name}`);
    const text = kept && Buffer.from(kept.bytes).toString('utf8');
    return text !== undefined && isPosition(text) ? text : undefined;
  },
  save: async (position) => {
    await records.put('process-checkpoint', `${log}/${name}`, Buffer.from(position));
  },
});

type Ports = Readonly<{
  records: Records;
  log: string;
  readModel: ReadModel;
  jobs: Pick<JobQueue, 'add'>;
  onTrouble: Trouble;
  aheadMs?: number;
}>;

/** Has `work` done again and again, every so many milliseconds, until what it returns is called. */
export type Every = (milliseconds: number, work: () => void) => () => void;

const everyOfTheSystem: Every = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

/** A process that runs, whatever it is of. */
type Runner = Pick<
  ProcessRunner<never, never, never, never>,
  'start' | 'stop' | 'sweep' | 'wake' | 'status' | 'waitUntilIdle'
>;

const runnerOf = <S, T extends Event, E extends Event, O extends Outgoing>(
  process: Process<S, T, E, O>,
  dispatch: Dispatch<O>,
  runtime: CommandRuntime,
  { records, log, onTrouble }: Ports,
  due: () => DueSteps,
): readonly [string, Runner] => {
  const { name } = process;
  const onDue = (instance: string, at: Instant) => void due().remember({ process: name, instance, due: at });
  const checkpoint = checkpointIn(records, log, name);
  const ports = { runtime, decode: decodeEvent, dispatch, checkpoint, onTrouble, onDue };
  return [name, new ProcessRunner(process, ports)];
};

/** The processes of this process: started, swept every minute for what got stuck, stopped when what is under way has ended. */
export class Reactions {
  private readonly runners: ReadonlyMap<string, Runner>;
  private readonly claims: AbandonedClaims;
  private readonly due: DueSteps;
  private endWatch: (() => void) | undefined;

  constructor(
    runtime: CommandRuntime,
    private readonly ports: Ports,
    private readonly every: Every = everyOfTheSystem,
  ) {
    const { clock } = runtime;
    const due = () => this.due;
    this.claims = new AbandonedClaims(runtime, ports.readModel);
    this.runners = new Map([
      runnerOf(decisionFollowUp, dispatchToProject(runtime), runtime, ports, due),
      runnerOf(ballotClock, dispatchToMotion(runtime), runtime, ports, due),
      runnerOf(conditionFollowUp, dispatchToNewCondition(runtime), runtime, ports, due),
      runnerOf(conditionClock, dispatchToCondition(runtime), runtime, ports, due),
      runnerOf(callInClock, dispatchToDecision(runtime), runtime, ports, due),
      runnerOf(capsuleKeeping, dispatchToCapsule(runtime, ports), runtime, ports, due),
    ]);
    this.due = new DueSteps({ ...ports, clock, wake: (...one) => this.wake(...one) });
  }

  /** What the jobs of the processes do, for whoever does jobs: any process may, also one that runs no process at the moment. */
  get handlers(): JobHandlers {
    return { [WAKE]: (job) => this.woken(job) };
  }

  start(): void {
    for (const runner of this.runners.values()) runner.start();
    const look = () =>
      void this.sweep().catch((error: unknown) => this.ports.onTrouble('the watchdog failed', error));
    this.endWatch = this.every(SWEEP_MS, look);
    look();
  }

  /**
   * The watchdog's look, at the start and every minute: what is unfinished is tried again, claims without a motion are released, what
   * is due and was woken by nothing is taken.
   */
  async sweep(): Promise<void> {
    for (const runner of this.runners.values()) await runner.sweep();
    await this.claims.sweep();
    await this.due.reconcile();
  }

  /** Resolves when everything in the log by now has been looked at. */
  async idle(): Promise<void> {
    for (const runner of this.runners.values()) await runner.waitUntilIdle();
  }

  status(): ReactionsStatus {
    const all = [...this.runners.values()].map((runner) => runner.status());
    const worst = STATES.find((state) => all.some((one) => one.state === state)) ?? 'stopped';
    const error = all.find((one) => one.error !== undefined)?.error;
    const unfinished = all.reduce((sum, one) => sum + one.unfinished.length, 0);
    return { state: worst, unfinished, ...(error === undefined ? {} : { error }) };
  }

  async stop(): Promise<void> {
    this.endWatch?.();
    await Promise.all([...this.runners.values()].map((runner) => runner.stop()));
  }

  private async wake(process: string, instance: string): Promise<boolean> {
    return (await this.runners.get(process)?.wake(instance)) ?? false;
  }

  /** What cannot be done for a while is found by looking, within a minute: a wake-up that was in vain is nothing for anybody to look at. */
  private async woken(job: RunningJob): Promise<void> {
    const { process, instance } = wokenBy(job);
    const isDone = await this.wake(process, instance);
    if (!isDone && job.attempt <= WAKE_TRIES)
      throw new Error(`${process} ${instance} could not do what is due yet.`);
  }
}

/** The one that says most about all of them comes first. */
const STATES = ['failed', 'stopped', 'running'] as const;
