import {
  JobsUnavailable,
  NO_JOBS,
  type DeadJob,
  type Instant,
  type Job,
  type JobCounts,
  type JobHandler,
  type JobQueue,
  type JobState,
  type JobWork,
  type RepeatedJob,
} from '@docket/kernel';
import { checkInterval, checkJob, dueAt, isName } from '../job-shape';
import { endsWithin } from '../work/alarm';
import { GRACE_MS, LOOK_MS, workOf, type Work } from '../work/job-work';
import { Tally } from '../work/tally';
import { BullMqWorker } from './bullmq-worker';
import { KindQueue, kindsIn } from './kind-queue';
import { LateRedis } from './late-redis';
import { OpenQuestions } from './open-questions';
import { Processing } from './processing';
import { asOutage, noticesAgain } from './redis-checks';
import { byDeath, isNothing } from './dead-and-counted';
import { connectRedis, type RedisClients } from './redis-clients';
import { defineScripts } from './redis-scripts';
import { Telling } from './telling';

/** How the queue on Redis is opened. */
export type BullMqJobsOptions = Readonly<{
  /** `redis://USER:PASSWORD@HOST:PORT/DATABASE`, or `rediss:` */
  url: string;
  /** First part of every key, so that several installations share a Redis. */
  installation: string;
  /** A Redis that is away is a notice, and is used once it is there and as it must be (false). */
  evenAway?: boolean;
  /** Takes a Redis without TLS on another machine (false). */
  allowInsecure?: boolean;
  /** Told what the person who starts it should know. */
  onNotice?: (notice: string) => void;
  /** A job whose process says nothing for so long, in milliseconds (10,000), is done again. */
  lockMs?: number;
  /** How often what Redis may have lost is said again, in milliseconds (60,000). */
  lookMs?: number;
}>;

/** Closing what only asks takes no longer, in milliseconds. */
const LET_GO_MS = 500;

/** What was written to see whether anything can be is gone after so many milliseconds. */
const PROBE_KEPT_MS = 60_000;

/** Jobs in Redis, kept and done by BullMQ. */
export class BullMqJobQueue implements JobQueue {
  private readonly queues = new Map<string, KindQueue>();
  private readonly said = new Map<string, RepeatedJob>();
  private readonly tally = new Tally();
  private readonly questions = new OpenQuestions();
  private readonly prefix: string;
  private readonly look: NodeJS.Timeout;
  private worker: BullMqWorker | undefined;
  private closing: Promise<void> | undefined;
  private telling: Telling | undefined;
  private isConnected = (): boolean => false;

  constructor(
    private readonly clients: RedisClients,
    private readonly options: BullMqJobsOptions,
    /** Where it was away at the start. */
    private readonly late?: LateRedis,
  ) {
    this.prefix = `docket:${options.installation}`;
    defineScripts(clients.asking);
    this.look = setInterval(() => void this.lookAfter(), options.lookMs ?? LOOK_MS);
    this.look.unref();
  }

  async add({ kind, id, data }: Job, due?: Instant): Promise<void> {
    checkJob({ kind, id, data });
    const at = due === undefined ? Date.now() : dueAt(due);
    await this.asked((queue) => queue(kind).keep(id, { d: data }, at));
  }

  async repeat(job: RepeatedJob): Promise<void> {
    checkJob(job);
    checkInterval(job.everyMs);
    await this.asked(() => this.say(job));
    this.said.set(JSON.stringify([job.kind, job.id]), job);
  }

  async remove(kind: string, id: string): Promise<boolean> {
    this.said.delete(JSON.stringify([kind, id]));
    return this.asked(async (queue) => isName(kind, id) && queue(kind).remove(id));
  }

  find(kind: string, id: string): Promise<JobState | undefined> {
    return this.asked(async (queue) => (isName(kind, id) ? queue(kind).find(id, Date.now()) : undefined));
  }

  work(handlers: Readonly<Record<string, JobHandler>>, options?: JobWork): void {
    if (this.telling)
      throw new Error('This queue was asked to work before: all its handlers are given at once.');
    const work = workOf(handlers, options);
    const telling = new Telling(this.clients.address, work.onTrouble);
    this.telling = telling;
    this.tally.begin([...work.handlers.keys()]);
    if (this.late) this.beginLater(this.late, work, telling);
    else this.beginWork(work, telling);
    void this.lookAfter();
  }

  async dead(): Promise<readonly DeadJob[]> {
    const lists = await this.asked(async () =>
      Promise.all((await this.kinds()).map((kind) => this.queue(kind).dead())),
    );
    return lists.flat().sort(byDeath);
  }

  requeue(kind: string, id: string): Promise<boolean> {
    return this.asked(async (queue) => isName(kind, id) && queue(kind).requeue(id));
  }

  discard(kind: string, id: string): Promise<boolean> {
    return this.asked(async (queue) => isName(kind, id) && queue(kind).discard(id));
  }

  /** A Redis whose memory is full, or that was made a replica, answers every question and keeps nothing. */
  async assertTakesJobs(): Promise<void> {
    await this.asked(() => this.clients.asking.set(`${this.prefix}:probe`, '1', 'PX', PROBE_KEPT_MS));
  }

  async counts(): Promise<Readonly<Record<string, JobCounts>>> {
    const counted = await this.asked(async () =>
      Promise.all((await this.kinds()).map(async (kind) => [kind, await this.countsOf(kind)] as const)),
    );
    return Object.fromEntries(
      counted.filter(([kind, counts]) => this.tally.kinds().includes(kind) || !isNothing(counts)),
    );
  }

  close(graceMs = GRACE_MS): Promise<void> {
    this.closing ??= this.closeWithin(graceMs);
    return this.closing;
  }

  /** Looks at it at each connection, and every minute for one that is mended while it stands. */
  private beginLater(late: LateRedis, work: Work, telling: Telling): void {
    telling.begunWithout();
    this.clients.asking.on('ready', () => void this.lookAfter());
    void late.arrival.then(() => this.beginWork(work, telling));
  }

  private beginWork(work: Work, telling: Telling): void {
    if (this.closing) return;
    const connection = this.clients.working();
    this.isConnected = () => connection.status === 'ready';
    const { asking, address } = this.clients;
    const onReadyForAll = (): void => {
      if (!this.isConnected() || asking.status !== 'ready' || !telling.connected()) return;
      void Promise.all([this.lookAfter(), this.tellAgain(noticesAgain(connection, address))]);
    };
    [connection, asking].forEach((client) => client.on('ready', onReadyForAll));
    this.worker = new BullMqWorker({
      ...{ connection, prefix: this.prefix, kinds: [...work.handlers.keys()] },
      concurrency: work.concurrency,
      lockMs: this.options.lockMs ?? 10_000,
      processing: new Processing(work, this.tally, {
        keep: (kind, name) => this.queue(kind).keepNoted(name),
        repetition: (kind, name) => this.queue(kind).repetitionNoted(name),
      }),
      onError: (error) => {
        if (!this.closing) telling.trouble(error, this.isConnected());
      },
    });
  }

  private async tellAgain(notices: Promise<readonly string[]>): Promise<void> {
    for (const notice of await notices) this.options.onNotice?.(notice);
  }

  private async closeWithin(graceMs: number): Promise<void> {
    clearInterval(this.look);
    await this.worker?.close(graceMs, () => this.clients.expectNothingMore());
    await endsWithin(LET_GO_MS, Promise.all([...this.queues.values()].map((queue) => queue.close())));
    this.clients.end();
  }

  private async countsOf(kind: string): Promise<JobCounts> {
    return { ...NO_JOBS, ...(await this.queue(kind).counts(Date.now())), ...this.tally.of(kind) };
  }

  /** All kinds that anybody ever had here, and ours. */
  private async kinds(): Promise<readonly string[]> {
    const known = await this.clients.asking.smembers(kindsIn(this.prefix));
    return [...new Set([...known, ...this.tally.kinds()])].sort();
  }

  private queue(kind: string): KindQueue {
    const known = this.queues.get(kind) ?? new KindQueue(kind, this.prefix, this.clients.asking);
    this.queues.set(kind, known);
    return known;
  }

  private async say({ kind, id, data, everyMs }: RepeatedJob): Promise<void> {
    await this.queue(kind).keep(id, { d: data, v: everyMs }, Date.now() + everyMs);
  }

  /** Says again what a Redis that was emptied has forgotten, and keeps what was noted for a process that died. */
  private async lookAfter(): Promise<void> {
    try {
      await this.asked(async () => {
        await Promise.all([...this.said.values()].map((job) => this.say(job)));
        await Promise.all([...this.queues.values()].map((queue) => queue.makeKnown()));
        for (const kind of this.tally.kinds()) await this.queue(kind).keepForgotten();
      });
    } catch (error) {
      // that the connection is broken is told by whoever works on it
      if (!this.closing && this.clients.asking.status === 'ready') this.telling?.trouble(error, true);
    }
  }

  /** @throws JobsUnavailable */
  private async asked<T>(question: (queue: (kind: string) => KindQueue) => Promise<T>): Promise<T> {
    if (this.closing) throw new JobsUnavailable('The job queue is closed.');
    try {
      const ask = () => question((kind) => this.queue(kind));
      const answer = await this.questions.answerTo(this.late ? this.late.look().then(ask) : ask());
      if (this.isConnected()) this.telling?.answered();
      return answer;
    } catch (error) {
      throw asOutage(this.clients.address, error);
    }
  }
}

/**
 * Opens the queue of an installation on Redis. It is the same for who only adds; `work` begins BullMQ's workers in a Nest
 * application context. @throws JobsUnavailable | UnsuitableRedis
 */
export const openBullMqJobs = async (options: BullMqJobsOptions): Promise<BullMqJobQueue> => {
  const { clients, notices, isAway } = await connectRedis(options.url, options);
  const { onNotice = () => undefined } = options;
  notices.forEach((notice) => onNotice(notice));
  return new BullMqJobQueue(clients, options, isAway ? new LateRedis(clients, onNotice) : undefined);
};
