import { digestOfModel, ScoringModel } from '@docket/assessment';
import type { Load } from './grant-facts';

/** How a model reads now. */
export const digestOf = async (load: Load, modelId: string): Promise<string> =>
  digestOfModel(await load(ScoringModel, modelId));

/** Whether a model still reads as it did when the motion on it was tabled. */
export const isAsTabled = async (
  load: Load,
  { modelId, digest }: Readonly<{ modelId: string; digest: string }>,
): Promise<boolean> => (await digestOf(load, modelId)) === digest;
