import { ScoringModel } from '@docket/assessment';
import { canonicalJson, sha256 } from '@docket/kernel';
import type { AskedMatter, Matter } from '../domain/motion';
import type { Load } from './grant-facts';

/** The digest of a model's definition and of the comparison its weights came from; of nothing where there is no model. */
const digestOf = async (load: Load, modelId: string): Promise<string> => {
  const model = await load(ScoringModel, modelId);
  return sha256(canonicalJson(model.status === 'absent' ? null : [model.definition, model.comparison]));
};

/** A matter as it is tabled: of a scoring model it says how that reads now. */
export const asTabled = async (load: Load, matter: AskedMatter): Promise<Matter> =>
  matter.on === 'scoring-model' ? { ...matter, digest: await digestOf(load, matter.modelId) } : matter;

/** Whether a model still reads as it did when the motion on it was tabled. */
export const isAsTabled = async (
  load: Load,
  { modelId, digest }: Readonly<{ modelId: string; digest: string }>,
): Promise<boolean> => (await digestOf(load, modelId)) === digest;
