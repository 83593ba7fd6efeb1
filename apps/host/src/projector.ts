import {
  CheckpointMoved,
  comparePositions,
  Deposed,
  ReadModelGone,
  type Event,
  type Lead,
  type Position,
  type ReadModel,
  type Recorded,
  type StoredEvent,
} from '@docket/kernel';
import { assertOfThisLog, ProjectionRunner, untilReached, type AnyProjection } from '@docket/read-model';
import { systemClock } from './clock';
import { Leadership, type Term } from './leadership';
import { untilMended } from './mended';
import { projectionStatus } from './projection-status';
import type { Adapters, Part, Progress, ProjectionStatus, Trouble } from './system';

/** What turns events into answers, and the name of its version. */
export type Definition = Readonly<{
  definition: string;
  projections: readonly AnyProjection[];
  /** @throws when no codec knows the event */
  decode: (stored: StoredEvent) => Recorded<Event>;
}>;

/** How the leases begin of those who project; their definition follows. */
export const PROJECTIONS_LEASE = 'projections/';

/** What those of one definition lead who project. */
export const projectionsLease = (definition: string): string => `${PROJECTIONS_LEASE}${definition}`;

const waitingFor = (error: unknown, definition: string): string => {
  if (error instanceof CheckpointMoved) return 'the projections stand by: another process projects';
  return error instanceof ReadModelGone
    ? `the read model of ${definition} is gone; building it anew`
    : 'the projections wait until what they need is back';
};

type Ports = Readonly<{
  adapters: Adapters;
  readModel: ReadModel;
  definition: Definition;
  /** What to say instead of an error, with what would help. */
  explain: (error: unknown) => unknown;
  /** How often it is looked whether the log was mended that stopped them, in milliseconds (20,000). */
  lookMs?: number;
}>;

/** Follows the log where this process leads the projections; elsewhere another does, and the checkpoint tells how far it is. */
export class Projector {
  private current: ProjectionRunner | undefined;
  private failure: Error | undefined;
  private readonly leadership: Leadership | undefined;

  constructor(
    private readonly ports: Ports,
    part: Part,
    private readonly onProgress: Progress,
    private readonly onTrouble: Trouble,
    onLead: Trouble,
  ) {
    const { definition } = ports.definition;
    const office = {
      lease: projectionsLease(definition),
      what: `the projections of ${definition}`,
      begin: (lead: Lead) => this.lead(lead),
      rest: (stopping: AbortSignal) => this.rest(stopping),
    };
    this.leadership = part === 'api' ? undefined : new Leadership(ports.adapters.leases, office, onLead);
  }

  /** The runner, while this process leads or after it has stopped by itself. */
  get runner(): ProjectionRunner | undefined {
    return this.current;
  }

  /**
   * Starts to follow, or to stand by, and waits until what was in the log by now can be read where it leads.
   * @throws what it cannot project; LogDiffers where it only reads, and the read model is of another log; what `stopping` is aborted with
   */
  async start(stopping?: AbortSignal): Promise<void> {
    if (!this.leadership) return assertOfThisLog(this.ports.adapters.store, this.ports.readModel);
    this.leadership.start();
    await this.caughtUpWith(this.leadership, await this.ports.adapters.store.head(), stopping);
  }

  async status(): Promise<ProjectionStatus> {
    const { readModel, adapters, explain } = this.ports;
    const status = await projectionStatus(this.current, readModel, adapters.store, { explain });
    return this.failure ? { ...status, error: this.failure.message } : status;
  }

  stoppedBy(): unknown {
    const status = this.current?.status();
    return status?.state === 'stopped' ? status.error : undefined;
  }

  waitFor(position: Position, milliseconds: number): Promise<void> {
    return this.current
      ? this.current.waitFor(position, milliseconds)
      : untilReached(this.ports.readModel, position, { milliseconds, clock: systemClock });
  }

  async stop(): Promise<void> {
    await this.leadership?.stop();
  }

  private lead({ fence }: Lead): Term {
    const { adapters, readModel, definition } = this.ports;
    const onBatch = ({ number }: { number: number }) =>
      runner.status().state !== 'live' && this.onProgress({ what: 'events projected', done: number });
    const runner = new ProjectionRunner({
      store: adapters.store,
      readModel,
      ...definition,
      fence,
      onBatch,
      onStopped: (error) => {
        if (error instanceof Deposed) return;
        const explained = this.ports.explain(error);
        this.failure = explained instanceof Error ? explained : new Error(String(explained));
        this.onTrouble('the projections stopped', explained);
      },
      onOutage: (error) => this.onTrouble(waitingFor(error, definition.definition), error),
      makeAnew: () => adapters.readModels.madeAnew(),
      onRecovered: () => this.onTrouble('the projections go on'),
    });
    this.current = runner;
    runner.start();
    const end = async () => {
      await runner.stop();
      // one that was stopped stays, to be asked why
      if (!this.failure) this.current = undefined;
    };
    return { failure: () => this.failure?.message, end };
  }

  /** Whoever cannot go on stays stopped, for all to see, until the log is mended; it was said once, and so is that it goes on. */
  private async rest(stopping: AbortSignal): Promise<void> {
    const { adapters, readModel, lookMs } = this.ports;
    const { store } = adapters;
    if (!(await untilMended(this.stoppedBy(), { store, readModel }, stopping, lookMs))) return;
    this.failure = undefined;
    this.current = undefined;
    this.onTrouble('what stopped the projections was mended: they go on');
  }

  /**
   * What the read model holds counts only once the runner has found it to be of this log. Who stands by waits for nothing.
   * @throws what stopped the projections
   */
  private async caughtUpWith(
    leadership: Leadership,
    head: Position | undefined,
    stopping?: AbortSignal,
  ): Promise<void> {
    while (!leadership.standsBy || this.current) {
      stopping?.throwIfAborted();
      const { state, error } = this.current?.status() ?? { state: 'starting' };
      if (state === 'stopped') throw error instanceof Error ? error : new Error('The projections stopped.');
      const { position } = await this.ports.readModel.checkpoint();
      const isThere = head === undefined || (position !== undefined && comparePositions(position, head) >= 0);
      if (isThere && state !== 'starting') return;
      await systemClock.pause(20);
    }
  }
}
