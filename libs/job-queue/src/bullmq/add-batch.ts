import type { Job, Queue } from 'bullmq';
import { beginningOf, type JobSlip } from './job-slip';
import { SETTLE_COMMAND, type Settled } from './redis-scripts';

type Entry = Readonly<{
  job: Job<JobSlip>;
  due: number;
  answer: (settled: Settled) => void;
  fail: (error: unknown) => void;
}>;

/** Redis does nothing else while a transaction runs: not longer than so many jobs take. */
const MOST_AT_ONCE = 100;

type Answers = readonly [Error | null, unknown][];

const errorIn = (answers: Answers): Error | undefined =>
  answers.find(([error]) => error !== null)?.[0] ?? undefined;

const answer = (some: readonly Entry[], settled: readonly Settled[]): void =>
  some.forEach((entry, index) => entry.answer(settled[index] ?? 'gone'));

/** What was added in one turn goes to Redis together: each job by BullMQ's own script, and behind all of them the question how that went. */
export class AddBatch {
  private waiting: Entry[] = [];

  constructor(private readonly queue: Queue<JobSlip>) {}

  /** Adds a job that is due at that millisecond, or finds out why not, in one transaction. */
  add(job: Job<JobSlip>, due: number): Promise<Settled> {
    return new Promise((answer, fail) => {
      if (this.waiting.length === 0) setImmediate(() => this.send());
      this.waiting.push({ job, due, answer, fail });
    });
  }

  private send(): void {
    const all = this.waiting.splice(0);
    for (let from = 0; from < all.length; from += MOST_AT_ONCE) {
      const some = all.slice(from, from + MOST_AT_ONCE);
      this.together(some).catch((error: unknown) => some.forEach(({ fail }) => fail(error)));
    }
  }

  private async together(some: readonly Entry[]): Promise<void> {
    const transaction = (await this.queue.getBackend().client).multi();
    for (const { job } of some) void job.addJob(transaction);
    transaction.runCommand(SETTLE_COMMAND, this.questionAbout(some));
    const answers: Answers = (await transaction.exec()) ?? [];
    const error = errorIn(answers);
    if (error?.message.startsWith('NOSCRIPT')) return this.oneByOne(some);
    if (error) throw error;
    answer(some, answers.at(-1)?.[1] as readonly Settled[]);
  }

  /** The scripts were flushed, which a transaction cannot mend: one by one they are given again. */
  private async oneByOne(some: readonly Entry[]): Promise<void> {
    const client = await this.queue.getBackend().client;
    for (const { job } of some) await job.addJob(client);
    answer(some, await client.runCommand(SETTLE_COMMAND, this.questionAbout(some)));
  }

  private questionAbout(some: readonly Entry[]): unknown[] {
    const { delayed, failed, active } = this.queue.keys;
    return [
      ...[delayed, failed, active, this.queue.toKey('')],
      ...some.flatMap(({ job, due }) => [job.id, beginningOf(job.data), due]),
    ];
  }
}
