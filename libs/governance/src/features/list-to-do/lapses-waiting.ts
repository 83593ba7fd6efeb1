import type { Rows } from '@docket/kernel';
import { stands } from '@docket/project';
import { claimedBy } from '../../domain/motion';
import type { CallJson, ConditionRow } from '../../condition.tables';
import type { MotionRow } from '../../governance.tables';
import type { Around } from './conditions-waiting';
import { ABOUT_NOTHING, type AnyToDo } from './to-do';
import { conductsNow } from './to-do-of';

const isAbout = ({ matter, project_id: projectId }: MotionRow, project: string): boolean =>
  claimedBy({ matter, projectId }).includes(project);

/** Since a lapse called for it a body has voted on the project, whatever came of that. */
const isAnswered = (called: CallJson, project: string, motions: Rows<MotionRow>): boolean =>
  motions.some(
    ({ row }) => row.outcome !== null && row.outcome.closedAt >= called.at && isAbout(row, project),
  );

const toDecide = (
  conditionId: string,
  { called_for: called, project_id: projectId, motion_id: motionId, what }: ConditionRow,
  motions: Rows<MotionRow>,
  { person, at, bodies, projects }: Around,
): readonly AnyToDo[] => {
  const project = projects.get(projectId);
  if (!called || !project || !stands(project.status) || project.open_motion !== null) return [];
  const { bodyId } = called;
  if (isAnswered(called, projectId, motions)) return [];
  if (!conductsNow({ person, at, body: bodies.get(bodyId), projects: [project] })) return [];
  const about = { ...ABOUT_NOTHING, projectId, motionId, bodyId, conditionId, question: what };
  return [{ task: 'decide-lapsed', ...about, since: called.at, due: null }];
};

/**
 * Lapsed conditions that call a body to decide, for who conducts its ballots: until a motion on the project is tabled, and again where that ended without
 * a vote; no more once a body has voted on it or the project has ended.
 */
export const lapsesWaiting = (
  conditions: Rows<ConditionRow>,
  motions: Rows<MotionRow>,
  around: Around,
): readonly AnyToDo[] => conditions.flatMap(({ key, row }) => toDecide(key, row, motions, around));
