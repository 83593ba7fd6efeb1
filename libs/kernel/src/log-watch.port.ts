import type { LogReplaced } from './event-store.port';

/**
 * Looks whether the log under a process is still the one that it has read, where the log is kept elsewhere: somebody can put another
 * or a shorter one in its place while the process lives.
 */
export interface LogWatch {
  /** Asked before every command; as a rule it is known and nobody waits. @throws LogReplaced while the log is not the same */
  assertSame(): Promise<void>;
  /** Told that the log has lost an event which this process had read there; what to throw for it. */
  lost(stream: string, revision: number): LogReplaced;
}
