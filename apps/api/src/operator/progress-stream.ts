import type { Progress } from '@docket/host';
import { LogReplaced, StoreFull, StoreUnavailable } from '@docket/kernel';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Problem } from '../problems/problem';
import { isTrouble, problemOf } from '../problems/problem.filter';

/** A line of the answer to long work: how far it is, what came of it, or why not. */
export type WorkLine =
  | Readonly<{ progress: Parameters<Progress>[0] }>
  | Readonly<{ result: unknown }>
  | Readonly<{ problem: object }>;

/** Long work that has begun and not ended. */
const running = new Set<Promise<unknown>>();

/** Resolves when no long work is under way, what began meanwhile included. */
export const workEnded = async (): Promise<void> => {
  while (running.size > 0) await Promise.all(running);
};

/** Long work is many commands: what came before an outage is recorded, and the same work again goes on from there. */
const problemOfWork = (error: unknown): Problem => {
  if (error instanceof LogReplaced) return problemOf(error, false);
  return error instanceof StoreUnavailable && !(error instanceof StoreFull)
    ? new Problem(
        'store-unavailable',
        'The event store went away in the middle of it. What was recorded stays recorded; the same again goes on from there.',
      )
    : problemOf(error);
};

/** Answers long work line by line (NDJSON): its progress as it happens, its result or problem last. */
export const streamWork = (reply: FastifyReply, work: (onProgress: Progress) => Promise<unknown>): void => {
  const lines = new Readable({ read: () => undefined });
  const write = (line: WorkLine) => lines.push(`${JSON.stringify(line)}\n`);
  void reply.header('content-type', 'application/x-ndjson; charset=utf-8').send(lines);
  const done = work((progress) => write({ progress }))
    .then(
      (result) => write({ result }),
      (error: unknown) => {
        const problem = problemOfWork(error);
        if (isTrouble(problem)) reply.log.error({ err: error }, 'work failed');
        write({ problem: problem.document() });
      },
    )
    .finally(() => {
      lines.push(null);
      running.delete(done);
    });
  running.add(done);
};
