import { LogReplaced, type Clock, type EventStore, type LogWatch, type ReadModel } from '@docket/kernel';
import { assertOfThisLog, LogDiffers } from '@docket/read-model';
import { inTime } from './in-time';
import type { Trouble } from './system';

/** How long it counts what was seen of the log, in milliseconds; a command waits for a look only where none is younger than the second. */
const FRESH_MS = 1_000;
const STALE_MS = 5_000;

type Ports = Readonly<{
  store: EventStore;
  readModel: ReadModel;
  clock: Pick<Clock, 'elapsed'>;
  onTrouble: Trouble;
}>;

/**
 * Holds the log against the read model while commands come: it has to have the event that the read model numbered last. Looked up
 * once a second at most, however many come; where one of the two does not answer nothing is known, and what was known stays.
 */
export class LogBeneath implements LogWatch {
  private replaced: LogReplaced | undefined;
  private looked = -Infinity;
  private looking: Promise<void> | undefined;

  constructor(private readonly ports: Ports) {}

  async assertSame(): Promise<void> {
    const age = this.ports.clock.elapsed() - this.looked;
    if (age >= FRESH_MS) this.looking ??= this.look();
    if (this.replaced || age >= STALE_MS) await this.looking;
    if (this.replaced) throw this.replaced;
  }

  lost(stream: string, revision: number): LogReplaced {
    const replaced = new LogReplaced(
      `The log has lost revision ${revision} of ${stream}, which this process had read there.`,
    );
    this.note(replaced);
    return replaced;
  }

  private async look(): Promise<void> {
    const { store, readModel, clock } = this.ports;
    try {
      await inTime(() => assertOfThisLog(store, readModel));
      this.note(undefined);
    } catch (error) {
      if (error instanceof LogDiffers) this.note(new LogReplaced(error.message, { cause: error }));
    } finally {
      this.looked = clock.elapsed();
      this.looking = undefined;
    }
  }

  /** Each turn of it is said once. */
  private note(replaced: LogReplaced | undefined): void {
    const before = this.replaced;
    this.replaced = replaced;
    const { onTrouble } = this.ports;
    if (replaced && !before)
      onTrouble(
        'the log is another or a shorter one than it was: no command is taken until that is mended',
        replaced,
      );
    if (before && !replaced) onTrouble('the log is again the one that it was: commands are taken');
  }
}
