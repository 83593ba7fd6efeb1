import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { motionTable } from '../../governance.tables';
import { motionView, type MotionView } from '../../governance.view';

/** One motion at a cut, whole. */
export const motionById = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { motionId }: Readonly<{ motionId: string }>,
): Promise<MotionView | Refused<'motion-unknown'>> => {
  const row = await readModel.rowAsOf(motionTable, number, motionId);
  return row
    ? motionView(motionId, row, at)
    : refuse('motion-unknown', `There was no motion ${motionId} then. List the motions of the portfolio.`);
};
