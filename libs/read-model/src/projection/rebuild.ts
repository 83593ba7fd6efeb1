import { NumbersDiffer, type Checkpoint, type ReadModel, type ReadModels } from '@docket/kernel';
import { ProjectionRunner, type RunnerOptions } from './projection-runner';

/** How often a live build that has gone on meanwhile is caught up with before giving up. */
const MOST_ROUNDS = 20;

/**
 * Builds the read model anew from the log, beside the live build, which goes on; then lets it take that one's place.
 * @throws NumbersDiffer when it gives a number another event: the live build stays; beside that what `catchUp` throws
 */
export const rebuild = async (
  readModels: ReadModels,
  options: Omit<RunnerOptions, 'readModel'>,
): Promise<Checkpoint> => {
  const rebuilt = await readModels.rebuild();
  for (let round = 1; ; round += 1) {
    const reached = await new ProjectionRunner({ ...options, readModel: rebuilt }).catchUp();
    if (await hasTakenPlace(readModels, rebuilt, reached.number, round < MOST_ROUNDS)) return reached;
  }
};

/** False when the live build is ahead, or went ahead at the last moment, and another round may help. */
const hasTakenPlace = async (
  readModels: ReadModels,
  rebuilt: ReadModel,
  reached: number,
  mayTryAgain: boolean,
): Promise<boolean> => {
  const isAhead = async () => (await (await readModels.live()).checkpoint()).number > reached;
  if (mayTryAgain && (await isAhead())) return false;
  try {
    await readModels.switchTo(rebuilt);
    return true;
  } catch (error) {
    if (error instanceof NumbersDiffer && mayTryAgain && (await isAhead())) return false;
    throw error;
  }
};
