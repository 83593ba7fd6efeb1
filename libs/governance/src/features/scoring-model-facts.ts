import { digestOfModel, ScoringModel } from '@docket/assessment';
import type { AskedMatter, Matter } from '../domain/motion';
import type { Load } from './grant-facts';

const digestOf = async (load: Load, modelId: string): Promise<string> =>
  digestOfModel(await load(ScoringModel, modelId));

/** A matter as it is tabled: of a scoring model it says how that reads now. */
export const asTabled = async (load: Load, matter: AskedMatter): Promise<Matter> =>
  matter.on === 'scoring-model' ? { ...matter, digest: await digestOf(load, matter.modelId) } : matter;

/** Whether a model still reads as it did when the motion on it was tabled. */
export const isAsTabled = async (
  load: Load,
  { modelId, digest }: Readonly<{ modelId: string; digest: string }>,
): Promise<boolean> => (await digestOf(load, modelId)) === digest;
