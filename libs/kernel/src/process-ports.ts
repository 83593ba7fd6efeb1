import type { Recorded } from './envelope';
import type { Position, StoredEvent } from './event-store.port';
import type { Outgoing } from './process';
import type { Dispatch } from './process-instance';
import type { CommandRuntime } from './runtime';
import type { Instant } from './time';

/** A cache of how far a process is done: losing it or going back costs time, nothing else. */
export interface ProcessCheckpoint {
  load(): Promise<Position | undefined>;
  save(position: Position): Promise<void>;
}

export type ProcessPorts<O extends Outgoing> = Readonly<{
  runtime: CommandRuntime;
  /** An event as its context knows it. @throws UnknownStoredEvent */
  decode: (stored: StoredEvent) => Recorded;
  dispatch: Dispatch<O>;
  checkpoint: ProcessCheckpoint;
  /** Told when an instance has nothing left to do before an instant, so that somebody wakes it then. Losing it delays, nothing else. */
  onDue?: (instance: string, due: Instant) => void;
  /** Told when it has failed, and when a step could not be ended: somebody has to look. */
  onTrouble?: (what: string, error: unknown) => void;
}>;

export type Unfinished = Readonly<{ instance: string; error: string }>;

export type ProcessStatus = Readonly<{
  state: 'stopped' | 'running' | 'failed';
  /** The last event looked at. */
  position: Position | undefined;
  /** Instances whose steps have not all ended, and why: the next sweep tries them again. */
  unfinished: readonly Unfinished[];
  error?: string;
}>;
