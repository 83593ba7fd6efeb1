import {
  comparePositions,
  OutcomeUnknown,
  PositionBeyondEnd,
  RevisionConflict,
  StoreUnavailable,
  type Position,
  type StoredEvent,
} from './event-store.port';
import type { Event } from './messages';
import type { Outgoing, Process } from './process';
import { ProcessInstances } from './process-instance';
import type { ProcessPorts, ProcessStatus } from './process-ports';
import { TooContended } from './run-command';
import { Turns } from './turns';

const TRIES = 4;
/** How often a checkpoint is saved while events come in, in milliseconds. */
const SAVE_EVERY_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/** Nothing is wrong with the command: asking again later helps. */
const isOutage = (error: unknown): boolean =>
  error instanceof StoreUnavailable ||
  error instanceof OutcomeUnknown ||
  error instanceof TooContended ||
  error instanceof RevisionConflict;

const inWords = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/**
 * Runs one process over the log: follows from the checkpoint, notices triggers in order, sends what is pending. The
 * checkpoint stays before the trigger of the oldest unfinished instance, so that a restart finds all of them again. Only one
 * runner of a process should run; a second one would do no harm but work.
 */
export class ProcessRunner<S, Trigger extends Event, E extends Event, O extends Outgoing> {
  private readonly instances: ProcessInstances<S, Trigger, E, O>;
  private readonly turns = new Turns();
  /** Unfinished instances with the position just before their trigger, oldest first. */
  private readonly open = new Map<string, Readonly<{ before: Position | undefined; error: string }>>();
  private readonly waiting = new Set<() => void>();
  private position: Position | undefined;
  private savedAt = -Infinity;
  private stopping = new AbortController();
  private following: Promise<void> | undefined;
  private error: unknown;

  constructor(
    private readonly process: Process<S, Trigger, E, O>,
    private readonly ports: ProcessPorts<O>,
  ) {
    this.instances = new ProcessInstances(ports.runtime, process, ports.dispatch);
  }

  /** Begins to follow; returns at once. Started twice, it runs once; one that has failed stays so until it was stopped. */
  start(): void {
    if (this.following) return;
    this.stopping = new AbortController();
    this.error = undefined;
    this.following = this.follow(this.stopping.signal)
      .catch((error: unknown) => {
        this.error = error;
        this.tellTrouble('has failed; it is tried again every minute', error);
      })
      .finally(() => this.tellWaiting());
  }

  /** Ends after the step under way, and lets everybody go who waits. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
    await this.turns.idle();
    await this.save();
    this.following = undefined;
    this.tellWaiting();
  }

  status(): ProcessStatus {
    const state = this.error === undefined ? (this.following ? 'running' : 'stopped') : 'failed';
    const unfinished = [...this.open].map(([instance, { error }]) => ({ instance, error }));
    const error = this.error === undefined ? {} : { error: inWords(this.error) };
    return { state, position: this.position, unfinished, ...error };
  }

  /** The watchdog: tries every unfinished instance once more. To be called every minute. */
  async sweep(): Promise<void> {
    await Promise.all([...this.open.keys()].map((id) => this.finish(id)));
    await this.save();
  }

  /** Has one instance look whether something of it is due by now; whether all that is due was ended. For who kept the time. */
  wake(instance: string): Promise<boolean> {
    return this.finish(instance);
  }

  /**
   * Resolves when everything in the log by now has been looked at and tried, so that a command's follow-up is visible; also
   * when the runner stops or has failed: the status says which. @throws StoreUnavailable
   */
  async waitUntilIdle(): Promise<ProcessStatus> {
    const head = await this.ports.runtime.store.head();
    const isThere = () =>
      head === undefined || (this.position !== undefined && comparePositions(this.position, head) >= 0);
    while (this.following && this.error === undefined && !this.stopping.signal.aborted && !isThere())
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    return this.status();
  }

  private async follow(signal: AbortSignal): Promise<void> {
    this.position = await this.insist(signal, () => this.checkpoint());
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        for await (const message of this.ports.runtime.store.subscribe({ after: this.position, signal })) {
          if (message.kind === 'event') await this.handle(message.event, signal);
          else await this.saveOnceAWhile();
          failures = 0;
          if (signal.aborted) return;
        }
      } catch (error) {
        if (error instanceof PositionBeyondEnd) this.position = undefined;
        else if (!isOutage(error)) throw error;
      }
      await this.pause(failures, signal);
    }
  }

  /** A checkpoint that cannot be read is none: reading the log from its start costs time, nothing else. */
  private async checkpoint(): Promise<Position | undefined> {
    try {
      return await this.ports.checkpoint.load();
    } catch (error) {
      if (isOutage(error)) throw error;
      this.tellTrouble('reads the log from its start: its checkpoint cannot be read', error);
      return undefined;
    }
  }

  private tellTrouble(what: string, error: unknown): void {
    this.ports.onTrouble?.(`${this.process.name} ${what}`, error);
  }

  private async handle(stored: StoredEvent, signal: AbortSignal): Promise<void> {
    const event = this.ports.decode(stored);
    if (event.meta.origin !== 'import' && this.process.isTrigger(event)) {
      const id = await this.insist(signal, () => this.instances.notice(event));
      if (id === undefined) return;
      if (!this.open.has(id)) this.open.set(id, { before: this.position, error: 'not tried yet' });
      await this.tryToFinish(id, signal);
    }
    this.position = stored.position;
    this.tellWaiting();
  }

  /** Tries a few times; what is still not done is left to the sweep and holds up nobody else. */
  private async tryToFinish(id: string, signal: AbortSignal): Promise<void> {
    for (let tried = 0; tried < TRIES && !signal.aborted; tried++) {
      if (await this.finish(id)) return;
      await this.pause(tried, signal);
    }
    if (!signal.aborted) this.tellTrouble(`cannot end a step of ${id} yet`, this.open.get(id)?.error);
  }

  private finish(id: string): Promise<boolean> {
    return this.turns.run(id, async () => {
      try {
        const due = await this.instances.settle(id);
        this.open.delete(id);
        if (due !== undefined) this.ports.onDue?.(id, due);
        return true;
      } catch (error) {
        this.leaveOpen(id, inWords(error));
        return false;
      }
    });
  }

  /** Only one that follows is looked after: whoever merely wakes leaves what it could not end to the one that does. */
  private leaveOpen(id: string, error: string): void {
    if (!this.following) return;
    const { before } = this.open.get(id) ?? { before: this.position };
    this.open.set(id, { before, error });
  }

  /** Under a steady load everything is caught up with many times a second: a checkpoint that is a moment old serves as well. */
  private async saveOnceAWhile(): Promise<void> {
    const now = Date.parse(this.ports.runtime.clock.now());
    if (Math.abs(now - this.savedAt) < SAVE_EVERY_MS) return;
    this.savedAt = now;
    await this.save();
  }

  /** The checkpoint is a cache: where it cannot be saved, the next start looks at more. */
  private async save(): Promise<void> {
    const [oldest] = this.open.values();
    const done = oldest ? oldest.before : this.position;
    if (done !== undefined) await this.ports.checkpoint.save(done).catch(() => undefined);
  }

  /** Repeats through outages until it is done; `undefined` when told to stop meanwhile. */
  private async insist<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T | undefined> {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        return await task();
      } catch (error) {
        if (!isOutage(error)) throw error;
      }
      await this.pause(failures, signal);
    }
    return undefined;
  }

  private async pause(failures: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { clock, ids } = this.ports.runtime;
    const wait = Math.min(100 * 2 ** Math.min(failures, 16), LONGEST_PAUSE_MS) * (0.5 + ids.fraction() / 2);
    let wake = () => {};
    const stopped = new Promise<void>((resolve) => (wake = resolve));
    signal.addEventListener('abort', wake, { once: true });
    await Promise.race([clock.pause(wait), stopped]);
    signal.removeEventListener('abort', wake);
  }

  private tellWaiting(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
