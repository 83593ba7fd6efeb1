import type { Cut, ReadModel, Refused } from '@docket/kernel';
import {
  gateStandingTable,
  standingGateView,
  type GateStandingRow,
  type StandingGateView,
} from '@docket/project';
import { motionById } from '../find-motion/motion-by-id';

/**
 * The gate a motion asks to pass: as the body saw it when the ballot opened, and as it stands at the cut. Both are null where the project stood at
 * none; `atOpening` also while no ballot was opened.
 */
export type MotionGate = Readonly<{
  motionId: string;
  projectId: string;
  atOpening: StandingGateView | null;
  now: StandingGateView | null;
}>;

const viewOf = (row: GateStandingRow | null | undefined): StandingGateView | null =>
  row?.standing ? standingGateView(row.standing) : null;

/** The row of a project as it stood at a revision of its stream: the last one that no later event made. */
const rowAt = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  projectId: string,
  revision: number,
) =>
  (await readModel.history(gateStandingTable, projectId)).findLast(
    ({ validFrom, row }) => validFrom <= number && row !== null && row.revision <= revision,
  )?.row;

/** The gate of a motion, as of a cut. A ballot says at which revision of the project it was opened, so that nothing has to be copied into it. */
export const motionGate = async (
  readModel: ReadModel,
  cut: Cut,
  { motionId }: Readonly<{ motionId: string }>,
): Promise<MotionGate | Refused<'motion-unknown'>> => {
  const motion = await motionById(readModel, cut, { motionId });
  if ('refusal' in motion) return motion;
  const { projectId, ballot } = motion;
  const then = ballot ? await rowAt(readModel, cut, projectId, ballot.projectRevision) : null;
  const now = await readModel.rowAsOf(gateStandingTable, cut.number, projectId);
  return { motionId, projectId, atOpening: viewOf(then), now: viewOf(now) };
};
