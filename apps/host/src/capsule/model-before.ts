import { modelBehind, type ModelBehind } from '@docket/assessment';
import { decisionRegister } from '@docket/governance';
import type { Reading, Refused } from '@docket/kernel';

/** The model behind a ranking, and the decision by which a body had it published; null where somebody published it without one. */
export type ModelBefore = Omit<ModelBehind, 'isByDecision'> &
  Readonly<{ decidedBy: Readonly<{ motionId: string; bodyId: string }> | null }>;

/** The scoring model by which the components of a portfolio are ranked at a reading, or why there is none. */
export const modelBefore = async (
  { readModel, cut }: Reading,
  portfolioId: string,
): Promise<ModelBefore | Refused<string>> => {
  const behind = await modelBehind(readModel, cut, { portfolioId });
  if ('outcome' in behind) return behind;
  const { isByDecision, ...model } = behind;
  if (!isByDecision) return { ...model, decidedBy: null };
  const decisions = await decisionRegister(readModel, cut, { portfolioId, matter: 'scoring-model' });
  const decided = decisions.find(({ matter }) => 'modelId' in matter && matter.modelId === model.id);
  const decidedBy = decided ? { motionId: decided.motionId, bodyId: decided.bodyId } : null;
  return { ...model, decidedBy };
};
