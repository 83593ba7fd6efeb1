import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { bodyTable, motionTable } from '../../governance.tables';
import { bodyView } from '../../governance.view';
import { endedBallots } from '../ended-ballots';
import { attendanceIn, type Attendance } from './attendance';

/** Who took part in the ballots of a body that had ended by a cut, and who in none; whoever has a seat with a vote then is among them. */
export type AttendanceOfBody = Readonly<{ bodyId: string; ballots: number; people: readonly Attendance[] }>;

/** The attendance of a body at a cut. */
export const attendanceOf = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { bodyId, portfolioId }: Readonly<{ bodyId: string; portfolioId: string }>,
): Promise<AttendanceOfBody | Refused<'body-unknown'>> => {
  const row = await readModel.rowAsOf(bodyTable, number, bodyId);
  if (!row)
    return refuse('body-unknown', `There was no body ${bodyId} then. List the bodies of the portfolio.`);
  const motions = await readModel.rowsAsOf(motionTable, number, { scope: portfolioId });
  const all = motions.flatMap((motion) => endedBallots(motion.row));
  const ended = all.filter((ballot) => ballot.bodyId === bodyId);
  const seated = bodyView(bodyId, row, at).seats.filter(({ role, inTerm }) => inTerm && role !== 'secretary');
  const people = attendanceIn(
    ended,
    seated.map(({ personId }) => personId),
  );
  return { bodyId, ballots: ended.length, people };
};
