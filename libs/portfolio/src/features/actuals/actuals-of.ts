import {
  byCodeUnits,
  refuse,
  type Cut,
  type Day,
  type DecimalText,
  type Instant,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import { actualTable, objectiveTable, type CorrectionJson } from '../../strategy.tables';

/** What the measure of an objective stood at on a day. */
export type ActualView = Readonly<{
  day: Day;
  /** The value that stands. */
  value: DecimalText;
  note: string | null;
  reportedBy: string;
  reportedAt: Instant;
  /** What stood before, oldest first. */
  corrections: readonly CorrectionJson[];
}>;

export type OfObjective = Readonly<{ portfolioId: string; objectiveId: string }>;

/** The values reported for an objective by the cut, earliest day first, each as corrected by then. */
export const actualsOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { portfolioId, objectiveId }: OfObjective,
): Promise<readonly ActualView[] | Refused<'objective-unknown'>> => {
  const own = await readModel.rowsAsOf(objectiveTable, number, { scope: portfolioId });
  if (!own.some(({ key }) => key === objectiveId))
    return refuse(
      'objective-unknown',
      `This portfolio had no objective ${objectiveId} as of ${at}. List its objectives as of that moment.`,
    );
  const rows = await readModel.rowsAsOf(actualTable, number, { scope: objectiveId });
  return rows
    .map(({ row: { day, value, note, reported_by, reported_at, corrections } }) => {
      const reported = { reportedBy: reported_by, reportedAt: reported_at };
      return { day, value, note, ...reported, corrections };
    })
    .sort((a, b) => byCodeUnits(a.day, b.day));
};
