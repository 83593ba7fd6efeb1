import type { Lead, Leases } from '@docket/kernel';
import { setTimeout } from 'node:timers/promises';
import type { Trouble } from './system';

/** What somebody does while they lead. */
export type Term = Readonly<{
  /** Why it cannot go on, once it cannot. */
  failure: () => string | undefined;
  /** Ends what is under way. */
  end: () => Promise<void>;
}>;

/** What is led: by one process of an installation at a time. */
export type Office = Readonly<{
  lease: string;
  /** What it is called in the log: `the projections of d1`. */
  what: string;
  begin: (lead: Lead) => Term;
  /** Leaves it to others after a failure: resolves when to stand for it anew, or once the signal aborts. */
  rest: (stopping: AbortSignal) => Promise<void>;
}>;

/** How often whoever stands by looks, and a leader whether its work has failed, in milliseconds. */
const LOOK_MS = 500;

/** Milliseconds pass, or the signal aborts. */
export const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
};

/** Stands for one office until it is stopped: leads where the lease is given, stands by where another leads. */
export class Leadership {
  private readonly stopping = new AbortController();
  private standing: Promise<void> | undefined;
  private hasLooked = false;
  private isLeading = false;
  private isCutOff = false;

  constructor(
    private readonly leases: Leases,
    private readonly office: Office,
    private readonly say: Trouble,
  ) {}

  start(): void {
    this.standing ??= this.stand(this.stopping.signal);
  }

  /** Whether it has asked for the lease and is not the one who leads. */
  get standsBy(): boolean {
    return this.hasLooked && !this.isLeading;
  }

  /** Ends what is under way, then lets somebody else lead. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.standing;
  }

  private async stand(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      const lead = await this.asked();
      const hasFailed = lead !== undefined && (await this.serve(lead));
      this.hasLooked = true;
      await (hasFailed ? this.office.rest(stopping) : pause(LOOK_MS, stopping));
    }
  }

  /** The lead, where it is free. An outage is said once, and that it is over. */
  private async asked(): Promise<Lead | undefined> {
    try {
      const lead = await this.leases.take(this.office.lease);
      if (this.isCutOff) this.say(`who leads ${this.office.what} can be seen again`);
      this.isCutOff = false;
      if (!lead && !this.hasLooked) this.say(`stands by: another process leads ${this.office.what}`);
      return lead;
    } catch (error) {
      if (!this.isCutOff) this.say(`cannot see who leads ${this.office.what}, and stands by`, error);
      this.isCutOff = true;
      return undefined;
    }
  }

  /** Leads until the lead is lost, the work fails or it is stopped; whether it has failed. */
  private async serve(lead: Lead): Promise<boolean> {
    this.isLeading = true;
    this.say(`leads ${this.office.what}`);
    const term = this.office.begin(lead);
    const over = AbortSignal.any([lead.lost, this.stopping.signal]);
    while (!over.aborted && term.failure() === undefined) await pause(LOOK_MS, over);
    const failure = term.failure();
    if (lead.lost.aborted) this.say(`no longer leads ${this.office.what}: ${lead.lost.reason.message}`);
    await term.end();
    this.isLeading = false;
    await lead.resign(failure);
    return failure !== undefined;
  }
}
