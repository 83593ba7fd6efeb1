import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { motionTable, type MotionRow } from '../../governance.tables';
import type { DecisionView } from '../../governance.view';

const lineOf = (
  motionId: string,
  { body_id, project_id, decision, follow_up }: MotionRow,
): readonly DecisionView[] =>
  decision ? [{ motionId, bodyId: body_id, projectId: project_id, ...decision, followUp: follow_up }] : [];

const latestFirst = (a: DecisionView, b: DecisionView): number =>
  byCodeUnits(b.decidedAt, a.decidedAt) || byCodeUnits(a.motionId, b.motionId);

/** The recorded decisions of a portfolio at a cut, latest first, and what became of each on its project. */
export const decisionRegister = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<readonly DecisionView[]> => {
  const rows = await readModel.rowsAsOf(motionTable, number, { scope: portfolioId });
  return rows.flatMap(({ key, row }) => lineOf(key, row)).sort(latestFirst);
};
