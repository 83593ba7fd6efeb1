import type { Progress } from '@docket/host';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { problemOf } from '../problems/problem.filter';

/** A line of the answer to long work: how far it is, what came of it, or why not. */
export type WorkLine =
  | Readonly<{ progress: Parameters<Progress>[0] }>
  | Readonly<{ result: unknown }>
  | Readonly<{ problem: object }>;

/** Answers long work line by line (NDJSON): its progress as it happens, its result or problem last. */
export const streamWork = (reply: FastifyReply, work: (onProgress: Progress) => Promise<unknown>): void => {
  const lines = new Readable({ read: () => undefined });
  const write = (line: WorkLine) => lines.push(`${JSON.stringify(line)}\n`);
  void reply.header('content-type', 'application/x-ndjson; charset=utf-8').send(lines);
  work((progress) => write({ progress }))
    .then(
      (result) => write({ result }),
      (error: unknown) => {
        const problem = problemOf(error);
        if (problem.status >= 500) reply.log.error({ err: error }, 'work failed');
        write({ problem: problem.document() });
      },
    )
    .finally(() => lines.push(null));
};
