import type { WorkerHost } from '@nestjs/bullmq';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { endsWithin } from '../work/alarm';
import { JobsModule, processorOf, type BullMqWork } from './jobs.module';

/** How long letting go of Redis may take after the grace, in milliseconds. */
const LET_GO_MS = 1_000;

/** The workers of one process: a Nest application context that has BullMQ's processors. */
export class BullMqWorker {
  private readonly processors: readonly Type<WorkerHost>[];
  private readonly opened: Promise<INestApplicationContext>;

  constructor(private readonly work: BullMqWork) {
    this.processors = work.kinds.map((kind) => processorOf(kind, work));
    this.opened = NestFactory.createApplicationContext(JobsModule.of(work, this.processors), {
      logger: false,
      abortOnError: false,
    });
    this.opened.catch(work.onError);
  }

  /**
   * Takes nothing more, waits for what is under way, then gives it back. BullMQ waits on closing for its jobs and for Redis without
   * limit; here both have one, and who closes ends the connections then.
   */
  async close(graceMs: number, graceIsOver: () => void): Promise<void> {
    this.work.processing.begin = 'nothing';
    const closed = this.opened.then((context) => context.close());
    const isClosed = await endsWithin(graceMs, closed);
    graceIsOver();
    if (isClosed) return;
    this.work.processing.underWay.giveUp();
    await endsWithin(LET_GO_MS, Promise.all([closed, this.opened.then((context) => this.wakeUp(context))]));
  }

  /**
   * BullMQ ends its waiting connections first, and one that is about to connect again then neither does so nor says that it has
   * ended, which BullMQ waits for. It is made to try once more: it connects, or it ends.
   */
  private async wakeUp(context: INestApplicationContext): Promise<void> {
    for (const processor of this.processors) {
      const client = await context.get(processor).worker.getBackend().blockingClient;
      if (client?.status === 'reconnecting') await client.connect().catch(() => undefined);
    }
  }
}
