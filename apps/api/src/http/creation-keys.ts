import { SYSTEM, type System } from '@docket/host';
import { commandIdOf, open, sha256, StreamQueue, streamName, type Request } from '@docket/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../problems/problem';

const KIND = 'creation-key';

/**
 * Holds an Idempotency-Key to one creation where the id derives from a name: under another name the same key would find another
 * stream, which has not seen it. Before the command runs, the stream it aims at is kept among the records; whoever comes with
 * the same key and another name is refused when that stream was indeed created by it. A kept aim that came to nothing (refused,
 * or broken off) counts for nothing. Two API processes asked at the same instant are not held apart.
 */
@Injectable()
export class CreationKeys {
  private readonly queue = new StreamQueue();

  constructor(@Inject(SYSTEM) private readonly system: System) {}

  /** Carries out `create`, which creates `id`. @throws Problem `idempotency-key-reused` */
  once<T>(request: Request, category: string, id: string, create: () => Promise<T>): Promise<T> {
    const aim = streamName(this.system.adapters.store.installation, category, id);
    const claim = sha256(JSON.stringify([request.actor, request.operation, request.key]));
    return this.queue.run(claim, async () => {
      await this.claim(claim, aim, request);
      return create();
    });
  }

  private async claim(claim: string, aim: string, request: Request): Promise<void> {
    const { records } = this.system.adapters;
    const kept = await records.get(KIND, claim);
    const former = kept && Buffer.from(kept.bytes).toString('utf8');
    if (former === aim) return;
    if (former !== undefined && (await this.created(former, request)))
      throw new Problem(
        'idempotency-key-reused',
        'This Idempotency-Key was used before to create something of another name. Send a new key, or the first body again.',
      );
    await records.put(KIND, claim, Buffer.from(aim));
  }

  /** Whether this very request, aimed at that stream, is what began it. */
  private async created(stream: string, request: Request): Promise<boolean> {
    const [first] = await this.system.adapters.store.read(stream, { from: 0, limit: 1 });
    return first !== undefined && open(first).meta.commandId === commandIdOf(request, stream);
  }
}
