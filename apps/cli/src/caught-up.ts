import type { Leaders, ProjectionStatus, System } from '@docket/host';
import { setTimeout } from 'node:timers/promises';
import { problemDocument, Refused } from './problem';

/** How long a read model that a worker keeps is waited for, in milliseconds. */
const WORKER_MS = 15_000;

/** A wait that takes longer than so many milliseconds is told. */
const SILENT_MS = 2_000;

/** Says on standard error what is waited for, where it takes long. */
const toldIfLong = async <T>(what: string, work: Promise<T>): Promise<T> => {
  const over = new AbortController();
  void setTimeout(SILENT_MS, undefined, { signal: over.signal }).then(
    () => process.stderr.write(`docket: ${what}\n`),
    () => undefined,
  );
  return work.finally(() => over.abort());
};

/** How a worker stands, as readiness tells it. */
export type WorkerStanding = Readonly<{
  projection: ProjectionStatus;
  leaders?: Leaders;
  waitingFor?: string;
}>;

const leaderIn = ({ leaders }: WorkerStanding): string => {
  if (!leaders) return 'Which process leads the projections cannot be seen';
  const { process, since } = leaders.projections;
  return process === null
    ? 'No process leads the projections'
    : `${process} leads the projections since ${since ?? 'an unknown moment'}`;
};

const reachedIn = ({ projection: { number, lag } }: WorkerStanding): string => {
  if (number === null) return 'how far they are cannot be seen';
  const behind =
    lag && `, ${lag.atLeast ? 'at least ' : ''}${lag.events} event${lag.events === 1 ? '' : 's'}`;
  return `they are at event ${number}${behind ? `${behind} behind the log` : ''}`;
};

/** Why what is now cannot be read: who leads, how far the read model is, and what it can be asked for. */
export const notCaughtUp = (standing: WorkerStanding): string => {
  const { waitingFor, projection } = standing;
  return [
    `The read model has not come to the end of the log within ${WORKER_MS / 1_000} s.`,
    `${leaderIn(standing)}; ${reachedIn(standing)}${waitingFor === undefined ? '' : `. Waited for: ${waitingFor}`}.`,
    'Start a worker with `npm run start:worker`, or look why it stands.',
    ...(projection.number ? [`What is held can be asked for with --as-of ${projection.number}.`] : []),
  ].join(' ');
};

/**
 * In the server profile workers keep the read model: waits until it holds what is in the log by now, for who reads what is now.
 * @throws Refused
 */
export const caughtUp = async (system: System, ask: () => Promise<WorkerStanding>): Promise<void> => {
  const head = await system.adapters.store.head();
  if (head === undefined) return;
  try {
    await toldIfLong(
      `waiting for a worker: the read model is behind the log (up to ${WORKER_MS / 1_000} s)`,
      system.waitFor(head, WORKER_MS),
    );
  } catch {
    const detail = notCaughtUp(await ask());
    throw new Refused(
      problemDocument({ code: 'read-model-behind', title: 'Read model behind', status: 503, detail }),
    );
  }
};
