import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { conditionTable } from '../../condition.tables';
import { conditionView, type ConditionView } from '../../condition.view';

/** One condition at a cut, whole. */
export const conditionById = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { conditionId }: Readonly<{ conditionId: string }>,
): Promise<ConditionView | Refused<'condition-unknown'>> => {
  const row = await readModel.rowAsOf(conditionTable, number, conditionId);
  return row
    ? conditionView(conditionId, row, at)
    : refuse(
        'condition-unknown',
        `There was no condition ${conditionId} then. List the conditions of the portfolio.`,
      );
};
