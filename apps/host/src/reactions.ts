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

/** The processes of this process: started, swept every minute for what got stuck, stopped when what is under way has ended. */
export class Reactions {
  private readonly runner;
  private readonly claims: AbandonedClaims;
  private watchdog: NodeJS.Timeout | undefined;

  constructor(runtime: CommandRuntime, records: Records, log: string, readModel: ReadModel) {
    this.claims = new AbandonedClaims(runtime, readModel);
    this.runner = new ProcessRunner(decisionFollowUp, {
      runtime,
      decode: decodeEvent,
      dispatch: dispatchToProject(runtime),
      checkpoint: checkpointIn(records, log, decisionFollowUp.name),
    });
  }

  start(): void {
    this.runner.start();
    this.watchdog = setInterval(() => void this.sweep().catch(() => undefined), SWEEP_MS);
    this.watchdog.unref();
  }

  /** The watchdog's look, every minute: what is unfinished is tried again, claims without a motion are released. */
  async sweep(): Promise<void> {
    await this.runner.sweep();
    await this.claims.sweep();
  }

  status() {
    return this.runner.status();
  }

  async stop(): Promise<void> {
    clearInterval(this.watchdog);
    await this.runner.stop();
  }
}
