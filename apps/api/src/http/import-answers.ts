import { SYSTEM, type System } from '@docket/host';
import { sha256, Turns, type Request } from '@docket/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../problems/problem';

const KIND = 'import-answer';

/** What an import answered, and to which body. */
type Kept<T> = Readonly<{ bodyDigest: string; answer: T }>;

/**
 * Holds an Idempotency-Key to one import, which is many writes: what it answered is kept among the records once all of it is recorded,
 * and answers a repetition. One that recorded nothing leaves no trace; one that broke off is gone on with.
 */
@Injectable()
export class ImportAnswers {
  private readonly turns = new Turns();

  constructor(@Inject(SYSTEM) private readonly system: System) {}

  /** The answer to this request, or that of the first time. @throws Problem `idempotency-key-reused` */
  once<T extends object>(
    request: Request,
    isRecorded: (answer: T) => boolean,
    work: () => Promise<T>,
  ): Promise<T> {
    const { actor, operation, key, bodyDigest } = request;
    const id = sha256(JSON.stringify([actor, operation, key]));
    const { records } = this.system.adapters;
    return this.turns.run(id, async () => {
      const before = await records.get(KIND, id);
      if (before) return this.repeated<T>(before.bytes, bodyDigest);
      const answer = await work();
      const kept: Kept<T> = { bodyDigest, answer };
      if (isRecorded(answer)) await records.keep(KIND, id, Buffer.from(JSON.stringify(kept)));
      return answer;
    });
  }

  private repeated<T>(bytes: Uint8Array, bodyDigest: string): T {
    const kept = JSON.parse(Buffer.from(bytes).toString('utf8')) as Kept<T>;
    if (kept.bodyDigest === bodyDigest) return kept.answer;
    throw new Problem(
      'idempotency-key-reused',
      'This Idempotency-Key was used before for another import. Send a new key, or the first body again.',
    );
  }
}
