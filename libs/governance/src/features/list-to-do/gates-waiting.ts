import type { Rows } from '@docket/kernel';
import {
  barIn,
  closureDue,
  criterionView,
  stands,
  type ClosureRow,
  type CriterionInRow,
  type GateStandingRow,
  type ProjectRow,
} from '@docket/project';
import { ABOUT_NOTHING, type Asked, type AnyToDo } from './to-do';

/** Whether nothing keeps them from judging it: no part in the project, none declined, no evidence of theirs. */
const mayJudge = (project: ProjectRow, criterion: CriterionInRow, person: string): boolean =>
  barIn(project, person) === null &&
  !project.declined.some(({ personId }) => personId === person) &&
  !criterion.evidence.some(({ by }) => by === person);

const toJudge = (
  projectId: string,
  { standing }: GateStandingRow,
  project: ProjectRow,
  person: string,
): readonly AnyToDo[] =>
  (standing?.criteria ?? [])
    .filter((one) => criterionView(one, project).standing === 'to-judge' && mayJudge(project, one, person))
    .map((one): AnyToDo => ({
      task: 'judge-criterion',
      projectId,
      ...ABOUT_NOTHING,
      ...{ gateId: standing?.gateId ?? null, criterionId: one.id, question: one.wording },
      since: one.evidence.at(-1)?.at ?? standing?.since ?? project.status_since,
      due: null,
    }));

/** Criteria of gates that a person is to judge, where their roles let them. */
export const criteriaWaiting = (
  rows: Rows<GateStandingRow>,
  projects: ReadonlyMap<string, ProjectRow>,
  { person, judgesCriteria = false }: Asked,
): readonly AnyToDo[] =>
  rows.flatMap(({ key, row }) => {
    const project = projects.get(key);
    return judgesCriteria && project && stands(project.status) ? toJudge(key, row, project, person) : [];
  });

/** Closure reports that are due of a person: of the work they managed, or where nobody did of those who close anything. */
export const closuresWaiting = (
  given: Rows<ClosureRow>,
  projects: ReadonlyMap<string, ProjectRow>,
  { person, closesAnything = false }: Asked,
): readonly AnyToDo[] => {
  const closed = new Set(given.map(({ key }) => key));
  return [...projects].flatMap(([projectId, project]): readonly AnyToDo[] => {
    const due = closed.has(projectId) ? null : closureDue(project);
    const isTheirs = project.manager === null ? closesAnything : project.manager === person;
    if (due === null || !isTheirs) return [];
    const about = { ...ABOUT_NOTHING, projectId, question: project.name };
    return [{ task: 'give-closure-report', ...about, since: project.status_since, due }];
  });
};
