import type { Instant } from './time';

/** Proves in a transaction who leads: of one lease each lead has a higher number, and a holder nobody else is. */
export type Fence = Readonly<{ lease: string; number: number; holder: string }>;

/** Somebody else leads by now, or may: nothing was written. Stand by, and ask for the lease again. */
export class Deposed extends Error {
  override readonly name = 'Deposed';
}

/** A lease in our hands. */
export interface Lead {
  readonly fence: Fence;
  /** Aborts once the lead is, or may be, somebody else's: whatever it covers is to end at once. */
  readonly lost: AbortSignal;
  /** Lets the next one lead at once, and says why where that is worth knowing; harmless when lost before. */
  resign(why?: string): Promise<void>;
}

/** How a lease stands for whoever watches. */
export type LeaseStanding = Readonly<{
  lease: string;
  /** The process that leads, or led last. */
  process: string;
  /** When its lead began. */
  since: Instant;
  /** Whether it leads: it has not resigned and was heard of within the length of a lease. */
  leads: boolean;
  /** Seconds since it was last heard of. */
  silentSeconds: number;
  /** Why it resigned, where it said so. */
  resignedFor?: string;
}>;

/** The database behind the leases did not answer, or takes no writes: nothing was taken. */
export class LeasesUnavailable extends Error {
  override readonly name = 'LeasesUnavailable';
  /** What somebody has to change, where it lasts until then. */
  readonly reason: string | undefined;

  constructor(message: string, { reason, ...options }: ErrorOptions & Readonly<{ reason?: string }> = {}) {
    super(message, options);
    this.reason = reason;
  }
}

/**
 * Of all processes of an installation one leads, by the name of what it leads. Who leads is heard of all the time; who is not heard of
 * is followed by another within seconds, whether it was killed, is frozen or cut off. That one lead follows another is certain only
 * for what is written under a `Fence`. Every adapter passes `describeLeases`.
 */
export interface Leases {
  /** Asks once for a lease; `undefined` while another leads. Ask again every second: silence is noticed only by who looks. @throws LeasesUnavailable */
  take(lease: string): Promise<Lead | undefined>;
  /** Every lease that was ever taken, by name. @throws LeasesUnavailable */
  standings(): Promise<readonly LeaseStanding[]>;
  /** Resigns from all leads and lets go of everything held. */
  close(): Promise<void>;
}
