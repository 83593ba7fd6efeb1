import type { ProjectState } from '@docket/project';
import type { AssessedProject } from '../../domain/assessment/assessment.commands';
import { stands } from '../ranking/component-rows';

/** A project as the rules of assessing see it; `undefined` where there is none. */
export const assessedProject = (project: ProjectState): AssessedProject | undefined => {
  if (project.status === 'absent') return undefined;
  const { portfolioId, name, status, proposer, sponsor, manager } = project;
  return { portfolioId, name, status, stands: stands({ status }), proposer, sponsor, manager };
};
