import type { Numbered, ReadModel, StoredEvent } from '@docket/kernel';
import type { Fault } from './chain-link';

const PAGE = 1_000;

const missing = ({ number, eventId, stream, revision, position }: Numbered, what: string): Fault => ({
  stream,
  revision,
  position,
  what: `the read model has shown it as event ${number} (${eventId}): ${what}`,
});

/** The numbers a read model has given, held against the log in its order: what is gone from the log is missed here. */
export class NumbersGiven {
  private lines: readonly Numbered[] = [];
  private at = 0;
  private number = 0;
  private isOver = false;
  private agreeing = 0;

  constructor(private readonly readModel: Pick<ReadModel, 'numbers'>) {}

  /** Whether the next event of the log is the one that was numbered next; told once, all that follows differs then, too. */
  async next(event: StoredEvent): Promise<readonly Fault[]> {
    const line = await this.line();
    if (!line) return [];
    if (line.eventId === event.id) {
      this.agreeing += 1;
      return [];
    }
    this.isOver = true;
    return [missing(line, `the log has another event in its place, ${event.id}`)];
  }

  /** How many numbers were found to be those of the log so far. */
  get agreed(): number {
    return this.agreeing;
  }

  /** What was numbered beyond the end of the log. */
  async end(): Promise<readonly Fault[]> {
    const line = await this.line();
    return line ? [missing(line, 'the log ends before it. Restore a backup that has it')] : [];
  }

  private async line(): Promise<Numbered | undefined> {
    if (this.isOver) return undefined;
    if (this.at === this.lines.length) {
      this.lines = await this.readModel.numbers({ after: this.number, limit: PAGE });
      this.at = 0;
    }
    const line = this.lines[this.at];
    if (!line) this.isOver = true;
    this.at += 1;
    this.number = line?.number ?? this.number;
    return line;
  }
}
