import type { Change, Projection } from '@docket/kernel';
import type { BusinessCase, ProjectEvent } from './domain/project';
import { projectWordsTable, type ProjectWordsRow } from './project.tables';

const UNTOLD: ProjectWordsRow = {
  description: null,
  scope: null,
  options: null,
  risk_texts: null,
  baseline_scope: null,
};

const changed = (
  projectId: string,
  to: (row: ProjectWordsRow) => Partial<ProjectWordsRow>,
): readonly Change<ProjectWordsRow>[] => [
  { key: projectId, scope: projectId, to: (row = UNTOLD) => ({ ...row, ...to(row) }) },
];

const listed = (projectId: string, description: string | undefined): readonly Change<ProjectWordsRow>[] =>
  description === undefined ? [] : changed(projectId, () => ({ description }));

const ofCase = (stated: { projectId: string } & BusinessCase) => {
  const { projectId, summary: description, scope = null, options = null, riskTexts = null } = stated;
  return changed(projectId, () => ({ description, scope, options, risk_texts: riskTexts }));
};

const authorised = (projectId: string, scope: string | undefined) =>
  changed(projectId, ({ baseline_scope }) => ({
    baseline_scope: {
      original: baseline_scope ? baseline_scope.original : (scope ?? null),
      current: scope ?? null,
    },
  }));

/** The texts of the business case, or the description a list gives; and the scope that a body authorised. */
export const wordsProjection: Projection<ProjectWordsRow, ProjectEvent> = {
  table: projectWordsTable,
  on: {
    ProjectProposed: ({ data }) => ofCase(data),
    ProposalRevised: ({ data }) => ofCase(data),
    BusinessCaseRevised: ({ data }) => ofCase(data),
    AuthorisedProjectImported: ({ data }) => listed(data.projectId, data.description),
    ProjectRedescribed: ({ data }) => listed(data.projectId, data.description),
    DecisionCarried: ({ data }) => (data.baseline ? authorised(data.projectId, data.scope) : []),
  },
};
