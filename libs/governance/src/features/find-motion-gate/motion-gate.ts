import type { Cut, ReadModel, Refused, Row, Table } from '@docket/kernel';
import {
  gateStandingTable,
  projectTable,
  standingGateView,
  type ProjectRow,
  type StandingGateView,
  type StandingInRow,
} from '@docket/project';
import { motionById } from '../find-motion/motion-by-id';

/**
 * The gate a motion asks to pass: as the body saw it when the ballot opened, and as it stands at the cut. Both are null where the project stood at
 * none; `atOpening` also while no ballot was opened.
 */
export type MotionGate = Readonly<{
  motionId: string;
  /** null where it is about no single component: it has no gate then. */
  projectId: string | null;
  atOpening: StandingGateView | null;
  now: StandingGateView | null;
}>;

type Gate = Readonly<{ revision: number; standing: StandingInRow | null }>;
type Asked = Readonly<{ readModel: ReadModel; number: number; projectId: string }>;

const viewOf = (gate: Gate | undefined, project: ProjectRow | undefined): StandingGateView | null =>
  gate?.standing && project ? standingGateView(gate.standing, project) : null;

/** A row about a project as it stood at a revision of its stream: the last one that no later event made. */
const rowAt = async <R extends Row & Readonly<{ revision: number }>>(
  { readModel, number, projectId }: Asked,
  table: Table<R>,
  revision: number,
): Promise<R | undefined> =>
  (await readModel.history(table, projectId)).findLast(
    ({ validFrom, row }) => validFrom <= number && row !== null && row.revision <= revision,
  )?.row ?? undefined;

const viewAt = async (asked: Asked, revision: number): Promise<StandingGateView | null> =>
  viewOf(await rowAt(asked, gateStandingTable, revision), await rowAt(asked, projectTable, revision));

/** The gate of a motion, as of a cut. A ballot says at which revision of the project it was opened, so that nothing has to be copied into it. */
export const motionGate = async (
  readModel: ReadModel,
  cut: Cut,
  { motionId }: Readonly<{ motionId: string }>,
): Promise<MotionGate | Refused<'motion-unknown'>> => {
  const motion = await motionById(readModel, cut, { motionId });
  if ('refusal' in motion) return motion;
  const { projectId, ballot } = motion;
  if (projectId === null) return { motionId, projectId, atOpening: null, now: null };
  const asked = { readModel, number: cut.number, projectId };
  const now = await readModel.rowAsOf(gateStandingTable, cut.number, projectId);
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  const revision = ballot?.projectRevision ?? null;
  const atOpening = revision === null ? null : await viewAt(asked, revision);
  return { motionId, projectId, atOpening, now: viewOf(now, project) };
};
