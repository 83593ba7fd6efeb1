import {
  COMMAND_DEADLINE_MS,
  type CommandRuntime,
  type Instant,
  type Position,
  type ReadModel,
} from '@docket/kernel';

/** How long a reader waits for the read model, in milliseconds. */
const WAIT_MS = 5_000;

type Past = Readonly<{
  runtime: CommandRuntime;
  readModel: ReadModel;
  /** Whether other processes write, too: what they have decided and not yet stored is not known here. */
  isShared: boolean;
  waitFor: (position: Position, milliseconds: number) => Promise<void>;
}>;

/** Whether something was projected that was recorded later: then nothing that was recorded by then is still to come. */
const isPassed = async (readModel: ReadModel, at: Instant): Promise<boolean> => {
  const { number } = await readModel.checkpoint();
  const last = number === 0 ? undefined : await readModel.numbered(number);
  return last !== undefined && last.recordedAt > at;
};

/**
 * Waits until an instant of the past will be answered the same for ever: what was decided by then is in the log, or can no
 * longer come, and the read model holds it. @throws ReadModelBehind
 */
export const settled = async (
  { runtime, readModel, isShared, waitFor }: Past,
  at: Instant,
): Promise<void> => {
  const { clock, store, inFlight } = runtime;
  const left = Date.parse(at) + COMMAND_DEADLINE_MS - Date.parse(clock.now());
  // an instant that a clock set back makes far ahead is waited for no longer than any other
  if (isShared && left > 0) await clock.pause(Math.min(left, COMMAND_DEADLINE_MS));
  await inFlight.settled(at);
  if (await isPassed(readModel, at)) return;
  const head = await store.head();
  if (head !== undefined) await waitFor(head, WAIT_MS);
};
