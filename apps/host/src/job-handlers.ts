import type { JobHandler } from '@docket/kernel';

/** Who does the jobs of which kinds. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/**
 * The handlers of everybody who has jobs done, by kind: a queue is asked to work once.
 * @throws TypeError where two would do the same kind
 */
export const jobHandlers = (lists: readonly JobHandlers[]): JobHandlers => {
  const all = lists.flatMap((list) => Object.entries(list));
  const kinds = all.map(([kind]) => kind);
  const doubled = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (doubled !== undefined) throw new TypeError(`Two handlers would do the jobs of the kind ${doubled}.`);
  return Object.fromEntries(all);
};
