import { BrokenEnvelope, factsHash, sha256, type StoredEvent } from '@docket/kernel';

/** One digest over the facts of the first events of a log in their order: the same on both sides, or something differs. */
export class FactsInOrder {
  private digest = '';
  private count = 0;

  constructor(private readonly most = Infinity) {}

  /** Takes in the next event. */
  next(event: StoredEvent): void {
    if (this.count === this.most) return;
    this.count += 1;
    this.digest = sha256(`${this.digest}\n${hashOf(event)}`);
  }

  /** How many it holds, and the digest over them. */
  get sum(): string {
    return `${this.count} ${this.digest}`;
  }
}

const hashOf = (event: StoredEvent): string => {
  try {
    return factsHash(event);
  } catch (error) {
    if (error instanceof BrokenEnvelope) return 'broken';
    throw error;
  }
};
