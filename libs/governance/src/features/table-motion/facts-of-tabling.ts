import { Decimal, type Gather } from '@docket/kernel';
import { COMPONENT, type AskedMatter, type Matter, type TableMotion } from '../../domain/motion';
import { calledInOn, decisionThatSet, earlierDecision } from '../earlier-decision';
import { factsOf } from '../facts';
import type { Load } from '../grant-facts';
import { digestOf } from '../scoring-model-facts';
import type { TableMotionData } from './table-motion.command';

type Tabling = Omit<TableMotion['data'], 'body' | 'project' | 'calledIn' | 'earlier' | 'setBy'>;

/** A matter as it is tabled: of a scoring model it says how that reads now; an amount is written in one form. */
const asTabled = async (load: Load, matter: AskedMatter): Promise<Matter> => {
  if (matter.on === 'budget') return { ...matter, amount: Decimal.of(matter.amount).toString() };
  return matter.on === 'scoring-model' ? { ...matter, digest: await digestOf(load, matter.modelId) } : matter;
};

/** What is left out is said. */
const tablingOf = (
  motionId: string,
  { portfolioId, bodyId, projectId, kind, ask, question }: TableMotionData,
  matter: Matter,
): Tabling => ({
  ...{ motionId, portfolioId, bodyId, matter, ask, question },
  projectId: projectId ?? null,
  kind: kind ?? null,
});

/** A motion that is to be tabled, with what that is judged by, gathered as guards. */
export const factsOfTabling = async (
  gather: Gather,
  motionId: string,
  data: TableMotionData,
): Promise<TableMotion['data']> => {
  const tabling = tablingOf(motionId, data, await asTabled(gather, data.matter ?? COMPONENT));
  const { body, project } = await factsOf(gather, tabling);
  const calledIn = await calledInOn(gather, tabling);
  const earlier = await earlierDecision(gather, { ...tabling, supersedes: data.supersedes });
  const setBy = await decisionThatSet(gather, tabling);
  const before = { ...(earlier ? { earlier } : {}), ...(setBy ? { setBy } : {}) };
  return { ...tabling, body, project, calledIn, ...before };
};
