import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { conditionTable } from '../../condition.tables';
import { conditionSummary, type ConditionStanding, type ConditionSummary } from '../../condition.view';

export type ConditionFilter = Readonly<{ portfolioId: string; standing?: ConditionStanding }>;

const dueFirst = (a: ConditionSummary, b: ConditionSummary): number =>
  byCodeUnits(a.due, b.due) || byCodeUnits(a.id, b.id);

/** The conditions of a portfolio at a cut, of one standing or of all, the first due first. */
export const conditionsOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { portfolioId, standing }: ConditionFilter,
): Promise<readonly ConditionSummary[]> => {
  const rows = await readModel.rowsAsOf(conditionTable, number, { scope: portfolioId });
  return rows
    .map(({ key, row }) => conditionSummary(key, row, at))
    .filter((condition) => standing === undefined || condition.standing === standing)
    .sort(dueFirst);
};
