import { byCodeUnits, type Cut, type DecimalText, type ReadModel } from '@docket/kernel';
import type { DatedValue, ObjectiveMeasure } from '../../domain/strategy';
import { progressOf, type Figure, type NoProgress } from '../../domain/strategy/progress';
import { objectiveTable, type LastRevision, type ObjectiveRow } from '../../strategy.tables';

/** An objective as answers show it. */
export type ObjectiveView = Readonly<{
  id: string;
  name: string;
  description: string;
  status: 'active' | 'retired';
  measure: ObjectiveMeasure;
  baseline: DatedValue;
  target: DatedValue;
  /** Its share of the whole; null: unweighed. */
  weight: DecimalText | null;
  /** The value that stands for the latest day reported. */
  actual: DatedValue | null;
  progress: Figure<NoProgress>;
  /** When, by whom and why it was last stated anew; null where it stands as it was added. */
  lastRevision: LastRevision | null;
}>;

const objectiveView = (id: string, row: ObjectiveRow): ObjectiveView => {
  const { name, description, status, measure, baseline, target, weight, last_actual: actual } = row;
  const { last_revision: lastRevision } = row;
  const progress = progressOf({ baseline, target, actual });
  return { id, name, description, status, measure, baseline, target, weight, actual, progress, lastRevision };
};

export type ObjectiveFilter = Readonly<{ portfolioId: string; status?: 'active' | 'retired' }>;

/** The objectives of a portfolio as they stood at the cut, by name; retired ones too where no status is asked for. */
export const objectivesOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId, status }: ObjectiveFilter,
): Promise<readonly ObjectiveView[]> => {
  const rows = await readModel.rowsAsOf(objectiveTable, number, { scope: portfolioId });
  return rows
    .filter(({ row }) => status === undefined || row.status === status)
    .map(({ key, row }) => objectiveView(key, row))
    .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id));
};
