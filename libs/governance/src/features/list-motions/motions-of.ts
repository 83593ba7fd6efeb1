import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { motionTable } from '../../governance.tables';
import { motionSummary, type MotionStanding, type MotionSummary } from '../../governance.view';

export type MotionFilter = Readonly<{ portfolioId: string; status?: MotionStanding }>;

const latestFirst = (a: MotionSummary, b: MotionSummary): number =>
  byCodeUnits(b.tabledAt, a.tabledAt) || byCodeUnits(a.id, b.id);

/** The motions of a portfolio at a cut, of one standing or of all, latest tabled first. */
export const motionsOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { portfolioId, status }: MotionFilter,
): Promise<readonly MotionSummary[]> => {
  const rows = await readModel.rowsAsOf(motionTable, number, { scope: portfolioId });
  return rows
    .map(({ key, row }) => motionSummary(key, row, at))
    .filter((motion) => status === undefined || motion.status === status)
    .sort(latestFirst);
};
