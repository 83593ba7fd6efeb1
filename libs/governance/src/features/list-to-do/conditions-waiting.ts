import type { Instant, Rows } from '@docket/kernel';
import { barIn, type ProjectRow } from '@docket/project';
import type { ConditionRow } from '../../condition.tables';
import type { BodyRow } from '../../governance.tables';
import { ABOUT_NOTHING, type AnyToDo } from './to-do';
import { conductsNow } from './to-do-of';

/** Whose to-do it is, when, and what stands around the conditions. */
export type Around = Readonly<{
  person: string;
  at: Instant;
  bodies: ReadonlyMap<string, BodyRow>;
  projects: ReadonlyMap<string, ProjectRow>;
}>;

/** Whether it is theirs to say that evidence shows what it should: who conducts the body, and neither owns it, gave it nor has a part. */
const confirms = (row: ConditionRow, { person, at, bodies, projects }: Around): boolean => {
  const [body, project] = [bodies.get(row.body_id), projects.get(row.project_id)];
  const isClose = barIn(project ?? {}, person) !== null;
  const isNeither = row.owner !== person && row.evidence.at(-1)?.personId !== person;
  return conductsNow({ person, at, body, projects: project ? [project] : [] }) && !isClose && isNeither;
};

const aboutOf = (conditionId: string, row: ConditionRow) => ({
  ...ABOUT_NOTHING,
  ...{ projectId: row.project_id, motionId: row.motion_id, bodyId: row.body_id, conditionId },
  question: row.what,
});

const waiting = (conditionId: string, row: ConditionRow, around: Around): readonly AnyToDo[] => {
  if (row.status !== 'open') return [];
  const about = aboutOf(conditionId, row);
  const shown = row.evidence.at(-1);
  const owned: readonly AnyToDo[] =
    row.owner === around.person
      ? [{ task: 'meet-condition', ...about, since: row.set_at, due: row.due_until }]
      : [];
  return shown && confirms(row, around)
    ? [...owned, { task: 'confirm-condition', ...about, since: shown.at, due: row.confirmable_until }]
    : owned;
};

/** Conditions that are open, late ones included, which a person owns, or whose evidence they are to confirm. */
export const conditionsWaiting = (rows: Rows<ConditionRow>, around: Around): readonly AnyToDo[] =>
  rows.flatMap(({ key, row }) => waiting(key, row, around));
