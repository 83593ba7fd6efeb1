import { AbandonedClaims, decisionFollowUp, dispatchToProject } from '@docket/governance';
import {
  isPosition,
  ProcessRunner,
  type CommandRuntime,
  type ProcessCheckpoint,
  type ReadModel,
  type Records,
} from '@docket/kernel';
import { decodeEvent } from './definition';
import type { ReactionsStatus, Trouble } from './system';

const SWEEP_MS = 60_000;

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

type Ports = Readonly<{ records: Records; log: string; readModel: ReadModel; onTrouble: Trouble }>;

/** Has `work` done again and again, every so many milliseconds, until what it returns is called. */
export type Every = (milliseconds: number, work: () => void) => () => void;

const everyOfTheSystem: Every = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

/** The processes of this process: started, swept every minute for what got stuck, stopped when what is under way has ended. */
export class Reactions {
  private readonly runner;
  private readonly claims: AbandonedClaims;
  private endWatch: (() => void) | undefined;

  constructor(
    runtime: CommandRuntime,
    private readonly ports: Ports,
    private readonly every: Every = everyOfTheSystem,
  ) {
    const { records, log, readModel, onTrouble } = ports;
    this.claims = new AbandonedClaims(runtime, readModel);
    this.runner = new ProcessRunner(decisionFollowUp, {
      runtime,
      decode: decodeEvent,
      dispatch: dispatchToProject(runtime),
      checkpoint: checkpointIn(records, log, decisionFollowUp.name),
      onTrouble,
    });
  }

  start(): void {
    this.runner.start();
    this.endWatch = this.every(
      SWEEP_MS,
      () => void this.sweep().catch((error: unknown) => this.ports.onTrouble('the watchdog failed', error)),
    );
  }

  /** The watchdog's look, every minute: what is unfinished is tried again, claims without a motion are released. */
  async sweep(): Promise<void> {
    await this.runner.sweep();
    await this.claims.sweep();
  }

  /** Resolves when everything in the log by now has been looked at. */
  async idle(): Promise<void> {
    await this.runner.waitUntilIdle();
  }

  status(): ReactionsStatus {
    const { state, unfinished, error } = this.runner.status();
    return { state, unfinished: unfinished.length, ...(error === undefined ? {} : { error }) };
  }

  async stop(): Promise<void> {
    this.endWatch?.();
    await this.runner.stop();
  }
}
