import type { WorkerHost } from '@nestjs/bullmq';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { endsWithin } from '../work/alarm';
import { JobsModule, processorOf, type BullMqWork } from './jobs.module';

/** How long letting go of Redis may take after the grace, in milliseconds; what does not end by then is cut off. */
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

  /** Takes nothing more, waits for what is under way, then gives it back, then lets go: bounded, whatever Redis does. */
  async close(graceMs: number): Promise<void> {
    this.work.processing.begin = 'nothing';
    const closed = this.opened.then((context) => context.close());
    if (!(await endsWithin(graceMs, closed))) this.work.processing.underWay.giveUp();
    if (!(await endsWithin(LET_GO_MS, closed))) void this.opened.then((context) => this.cutOff(context));
    this.work.connection.disconnect();
  }

  /** BullMQ's own `close` waits for Redis without limit: its connections are ended under it. */
  private cutOff(context: INestApplicationContext): void {
    for (const processor of this.processors)
      void context.get(processor).worker.getBackend().close(true).catch(this.work.onError);
  }
}
