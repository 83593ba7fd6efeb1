import { BullModule, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobSlip } from './job-slip';
import type { Processing } from './processing';

/** BullMQ fails a job whose process died twice, whatever its attempts: how often a job is tried is counted here, on its slip. */
const NEVER_BY_BULLMQ = 1_000_000_000;

/**
 * A worker of BullMQ that looks for stalled jobs pauses five seconds where Redis broke off meanwhile, by a timer that no closing ends: a process that
 * has let go of everything would live on as long. Its rounds have a pause of their own, which closing ends: that one is enough.
 */
class JobsWorker extends Worker {
  override checkConnectionError<T>(ask: () => Promise<T>): Promise<T | undefined> {
    return super.checkConnectionError(ask, 0);
  }
}
BullModule.workerClass = JobsWorker;

/** How the jobs of some kinds are done on BullMQ. */
export type BullMqWork = Readonly<{
  connection: Redis;
  prefix: string;
  kinds: readonly string[];
  concurrency: number;
  /** A job whose process says nothing for so long, in milliseconds, is done again. */
  lockMs: number;
  processing: Processing;
  onError: (error: unknown) => void;
}>;

/** The processor of one kind: a class, because that is what Nest tells processors by. */
export const processorOf = (
  kind: string,
  { concurrency, lockMs, processing, onError }: BullMqWork,
): Type<WorkerHost> => {
  @Processor(kind, {
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs / 2,
    maxStalledCount: NEVER_BY_BULLMQ,
    removeOnComplete: { count: 0 },
    runRetryDelay: 1_000,
  })
  class KindProcessor extends WorkerHost {
    process(job: Job<JobSlip>, token = ''): Promise<void> {
      return processing.process(kind, job, token);
    }

    @OnWorkerEvent('completed')
    completed(job: Job<JobSlip>): void {
      void processing.ended(kind, job.id ?? '', 'done');
    }

    @OnWorkerEvent('failed')
    failed(job: Job<JobSlip> | undefined): void {
      if (job !== undefined) void processing.ended(kind, job.id ?? '', 'dead');
    }

    @OnWorkerEvent('error')
    error(error: Error): void {
      onError(error);
    }
  }
  return KindProcessor;
};

/**
 * The processors of a worker, one for every kind. Of queues it registers none: whoever adds has queues of its own, and Nest's would
 * be without anybody who listens to their errors.
 */
@Module({})
export class JobsModule {
  static of({ connection, prefix }: BullMqWork, processors: readonly Type<WorkerHost>[]): DynamicModule {
    return {
      module: JobsModule,
      imports: [BullModule.forRoot({ connection, prefix }), BullModule.registerQueue()],
      providers: [...processors],
    };
  }
}
