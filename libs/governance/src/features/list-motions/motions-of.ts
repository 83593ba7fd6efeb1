import type { Cut, ReadModel } from '@docket/kernel';
import { motionTable, type MotionStatus } from '../../governance.tables';
import { motionSummary, type MotionSummary } from '../../governance.view';

export type MotionFilter = Readonly<{ portfolioId: string; status?: MotionStatus }>;

const latestFirst = (a: MotionSummary, b: MotionSummary): number =>
  a.tabledAt > b.tabledAt ? -1 : a.tabledAt < b.tabledAt ? 1 : a.id < b.id ? -1 : 1;

/** The motions of a portfolio at a cut, of one status or of all, latest tabled first. */
export const motionsOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId, status }: MotionFilter,
): Promise<readonly MotionSummary[]> => {
  const rows = await readModel.rowsAsOf(motionTable, number, { scope: portfolioId });
  return rows
    .filter(({ row }) => status === undefined || row.status === status)
    .map(({ key, row }) => motionSummary(key, row))
    .sort(latestFirst);
};
