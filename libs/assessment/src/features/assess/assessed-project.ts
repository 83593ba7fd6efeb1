import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { barredFrom, inWords, Project, stands, type ProjectState } from '@docket/project';
import { Assessment } from '../../domain/assessment';
import type { AssessedProject } from '../../domain/assessment/assessment.commands';

/** A project as the rules of assessing see it; `undefined` where there is none. */
export const assessedProject = (project: ProjectState): AssessedProject | undefined => {
  if (project.status === 'absent') return undefined;
  const { portfolioId, name, status } = project;
  const declined = project.declined.map(({ personId }) => personId);
  const barred = new Map([...barredFrom(project)].map(([person, bar]) => [person, inWords(bar)] as const));
  return { portfolioId, name, status, stands: stands(status), parts: barred, declined };
};

/** The project of an assessment, gathered as a guard. An assessment stays with its project: finding out which needs none. */
export const projectOfAssessment = async (
  runtime: CommandRuntime,
  gather: Gather,
  assessmentId: string,
): Promise<AssessedProject | undefined> => {
  const assessment = await loadState(runtime, Assessment, assessmentId);
  return assessment.status === 'absent'
    ? undefined
    : assessedProject(await gather(Project, assessment.projectId));
};
