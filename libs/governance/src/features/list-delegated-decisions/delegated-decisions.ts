import type { Cut, ReadModel } from '@docket/kernel';
import { refuse, type Refused } from '@docket/kernel';
import { decisionLine, type DecisionView } from '../../decision.view';
import { bodyTable, motionTable } from '../../governance.tables';
import { grantTable } from '../../grant.tables';
import { latestFirst } from '../list-decisions/decision-register';

/** Which decisions of others a body looks at. */
export type DelegatedFilter = Readonly<{ portfolioId: string; bodyId: string }>;

/** The grants a body gave, also those that have ended since. */
const givenBy = async (readModel: ReadModel, number: number, { portfolioId, bodyId }: DelegatedFilter) => {
  const grants = await readModel.rowsAsOf(grantTable, number, { scope: portfolioId });
  return new Set(
    grants.flatMap(({ key, row: { grantor } }) =>
      grantor.kind !== 'portfolio' && grantor.bodyId === bodyId ? [key] : [],
    ),
  );
};

/** What was decided under grants of a body, at any place of their chains: until when it may be called in, and how it stands; the latest first. */
export const delegatedDecisions = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  filter: DelegatedFilter,
): Promise<readonly DecisionView[] | Refused<'body-unknown'>> => {
  if (!(await readModel.rowAsOf(bodyTable, number, filter.bodyId)))
    return refuse('body-unknown', `There was no body ${filter.bodyId} then.`);
  const given = await givenBy(readModel, number, filter);
  const motions = await readModel.rowsAsOf(motionTable, number, { scope: filter.portfolioId });
  return motions
    .filter(({ row: { decision } }) => decision?.grants.some((grantId) => given.has(grantId)))
    .flatMap(({ key, row }) => decisionLine(key, row, at))
    .sort(latestFirst);
};
