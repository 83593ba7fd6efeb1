import { NumbersDiffer, type Checkpoint, type ReadModel, type ReadModels } from '@docket/kernel';
import { ProjectionRunner, type RunnerOptions } from './projection-runner';

export type RebuildOptions = Omit<RunnerOptions, 'readModel'> &
  Readonly<{
    /** The runner of the live build, where this process has it: held for the moment of the switch. */
    live?: Pick<ProjectionRunner, 'whileHeld'>;
  }>;

/** How often a live build that has gone on meanwhile is caught up with before giving up. */
const MOST_ROUNDS = 50;

/**
 * Builds the read model anew from the log, beside the live build, which goes on; then lets it take that one's place.
 * @throws NumbersDiffer when it gives a number another event: the live build stays; beside that what `catchUp` throws
 */
export const rebuild = async (
  readModels: ReadModels,
  { live, ...options }: RebuildOptions,
): Promise<Checkpoint> => {
  const rebuilt = await readModels.rebuild();
  const catchUp = (goal: Readonly<{ upTo?: number }>) =>
    new ProjectionRunner({ ...options, readModel: rebuilt }).catchUp(goal);
  await catchUp({});
  const finish = () => takePlace(readModels, rebuilt, (upTo) => catchUp({ upTo }));
  return live ? live.whileHeld(finish) : finish();
};

/** Catches up with the live build and switches, again when that one went ahead in between. */
const takePlace = async (
  readModels: ReadModels,
  rebuilt: ReadModel,
  catchUp: (upTo: number) => Promise<Checkpoint>,
): Promise<Checkpoint> => {
  const liveNumber = async () => (await (await readModels.live()).checkpoint()).number;
  for (let round = 1; ; round += 1) {
    const reached = await catchUp(await liveNumber());
    try {
      await readModels.switchTo(rebuilt);
      return reached;
    } catch (error) {
      const isOutrun = error instanceof NumbersDiffer && (await liveNumber()) > reached.number;
      if (!isOutrun || round >= MOST_ROUNDS) throw error;
    }
  }
};
