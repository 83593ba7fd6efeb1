import type { CommandRuntime, JobHandler, JobQueue, ReadModel } from '@docket/kernel';

/** Handlers by the kind of job they do. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** What those who do jobs may stand on. */
export type JobPlace = Readonly<{
  runtime: CommandRuntime;
  readModel: ReadModel;
  jobs: Pick<JobQueue, 'add'>;
  reactions: Readonly<{ handlers: JobHandlers }>;
}>;

/** Handlers of those who do jobs. */
type JobsDone = (place: JobPlace) => JobHandlers;

/** Whose jobs are done, wherever reactions run: a new kind of job gets a line here. */
export const jobsDone: readonly JobsDone[] = [({ reactions }) => reactions.handlers];

/** What is done of jobs, of all kinds. @throws Error where a kind is done by two */
export const jobHandlers = (place: JobPlace, done: readonly JobsDone[] = jobsDone): JobHandlers => {
  const all = done.flatMap((of) => Object.entries(of(place)));
  const kinds = all.map(([kind]) => kind);
  const twice = kinds.find((kind, at) => kinds.indexOf(kind) < at);
  if (twice !== undefined) throw new Error(`Jobs of the kind "${twice}" are done by two handlers.`);
  return Object.fromEntries(all);
};
