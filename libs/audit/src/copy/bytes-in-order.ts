import { sha256, type StoredEvent } from '@docket/kernel';

/**
 * One digest over the first events of a log in their order, byte for byte, words included: the same on both sides, or something
 * differs. A store takes an append for a repeated one by the ids of its events, never by what they say.
 */
export class BytesInOrder {
  private digest = '';
  private count = 0;

  constructor(private readonly most = Infinity) {}

  /** Takes in the next event. */
  next({ id, bytes }: StoredEvent): void {
    if (this.count === this.most) return;
    this.count += 1;
    this.digest = sha256(`${this.digest}\n${id} ${sha256(bytes)}`);
  }

  /** How many it holds, and the digest over them. */
  get sum(): string {
    return `${this.count} ${this.digest}`;
  }
}
