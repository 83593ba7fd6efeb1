import type { Change, Projection } from '@docket/kernel';
import type { ProjectEvent } from './domain/project';
import { projectWordsTable, type ProjectWordsRow } from './project.tables';

const told = (projectId: string, description: string | undefined): readonly Change<ProjectWordsRow>[] =>
  description === undefined ? [] : [{ key: projectId, scope: projectId, to: () => ({ description }) }];

/** The summary of a proposal's business case, or the description a list gives. */
export const wordsProjection: Projection<ProjectWordsRow, ProjectEvent> = {
  table: projectWordsTable,
  on: {
    ProjectProposed: ({ data }) => told(data.projectId, data.summary),
    ProposalRevised: ({ data }) => told(data.projectId, data.summary),
    AuthorisedProjectImported: ({ data }) => told(data.projectId, data.description),
    ProjectRedescribed: ({ data }) => told(data.projectId, data.description),
  },
};
