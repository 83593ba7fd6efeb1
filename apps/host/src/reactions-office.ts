import type { CommandRuntime } from '@docket/kernel';
import { Leadership, pause, type Term } from './leadership';
import { Reactions } from './reactions';
import type { Adapters, ReactionsStatus, Trouble } from './system';

/** What the one process of an installation leads that runs the processes over events. */
export const REACTIONS_LEASE = 'reactions';

/** How long whoever failed leaves it to others before it tries anew, in milliseconds. */
const REST_MS = 60_000;

type Ports = ConstructorParameters<typeof Reactions>[1];

/** Runs the processes where this process leads them, each time from their checkpoints on. */
export class ReactionsOffice {
  private current: Reactions | undefined;
  /** Wakes whoever is due, in any process that does jobs: what is done is found in its stream, and done once. */
  private readonly waking: Reactions;
  private readonly leadership: Leadership;

  constructor(
    leases: Adapters['leases'],
    private readonly runtime: CommandRuntime,
    private readonly ports: Ports,
    onLead: Trouble,
  ) {
    this.waking = new Reactions(runtime, ports);
    const office = {
      lease: REACTIONS_LEASE,
      what: 'the reactions',
      begin: () => this.lead(),
      rest: (stopping: AbortSignal) => pause(REST_MS, stopping),
    };
    this.leadership = new Leadership(leases, office, onLead);
  }

  /** What jobs of the processes do here, whoever leads. */
  get handlers(): Reactions['handlers'] {
    return this.waking.handlers;
  }

  start(): void {
    this.leadership.start();
  }

  /** How they stand, while they run here or have failed here. */
  status(): ReactionsStatus | undefined {
    return this.current?.status();
  }

  async stop(): Promise<void> {
    await this.leadership.stop();
  }

  private lead(): Term {
    const reactions = new Reactions(this.runtime, this.ports);
    this.current = reactions;
    reactions.start();
    const failure = () => (reactions.status().state === 'failed' ? reactions.status().error : undefined);
    const end = async () => {
      await reactions.stop();
      if (failure() === undefined) this.current = undefined;
    };
    return { failure, end };
  }
}
