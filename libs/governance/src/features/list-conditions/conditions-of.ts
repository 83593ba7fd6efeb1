import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { conditionTable } from '../../condition.tables';
import { conditionSummary, type ConditionStanding, type ConditionSummary } from '../../condition.view';

/** What is left out, is not asked. */
export type ConditionFilter = Readonly<{
  portfolioId: string;
  standing?: ConditionStanding | undefined;
  owner?: string | undefined;
  project?: string | undefined;
  motion?: string | undefined;
}>;

const isAskedFor = (
  condition: ConditionSummary,
  { standing, owner, project, motion }: ConditionFilter,
): boolean =>
  (standing === undefined || condition.standing === standing) &&
  (owner === undefined || condition.owner === owner) &&
  (project === undefined || condition.projectId === project) &&
  (motion === undefined || condition.motionId === motion);

const dueFirst = (a: ConditionSummary, b: ConditionSummary): number =>
  byCodeUnits(a.due, b.due) || byCodeUnits(a.id, b.id);

/** The conditions of a portfolio at a cut that are looked for, the first due first. */
export const conditionsOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  filter: ConditionFilter,
): Promise<readonly ConditionSummary[]> => {
  const rows = await readModel.rowsAsOf(conditionTable, number, { scope: filter.portfolioId });
  return rows
    .map(({ key, row }) => conditionSummary(key, row, at))
    .filter((condition) => isAskedFor(condition, filter))
    .sort(dueFirst);
};
