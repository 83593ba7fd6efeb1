import type { Change, Projection, Recorded } from '@docket/kernel';
import type {
  BusinessCase,
  BusinessCaseRevised,
  PartDeclined,
  PartTakenUp,
  ProjectEvent,
  ProjectProposed,
  ProposalRevised,
} from './domain/project';
import {
  businessCaseTable,
  caseRevisionKey,
  caseRevisionTable,
  type BusinessCaseRow,
  type CaseRevisionRow,
} from './project.tables';

type Stated = Recorded<ProjectProposed | ProposalRevised | BusinessCaseRevised>;

const stands = ({ data, meta: { portfolio } }: Stated): readonly Change<BusinessCaseRow>[] => {
  if (portfolio === undefined)
    throw new Error(`The business case of project ${data.projectId} names no portfolio.`);
  const { budgetByYear = [], demand = [], benefits = [], risks = [] } = data;
  return [
    {
      key: data.projectId,
      scope: portfolio,
      to: () => ({ budget_by_year: budgetByYear, demand, benefits, risks }),
    },
  ];
};

/** The lists of every business case as it stands. */
export const businessCasesProjection: Projection<BusinessCaseRow, ProjectEvent> = {
  table: businessCaseTable,
  on: { ProjectProposed: stands, ProposalRevised: stands, BusinessCaseRevised: stands },
};

const caseIn = (event: Stated): BusinessCase => {
  if (event.type !== 'ProjectProposed') {
    const { projectId: _, ...stated } = event.data;
    return stated;
  }
  const { projectId: _, portfolioId: __, proposer: ___, proposedOn: ____, ...stated } = event.data;
  return stated;
};

type InRevision = Pick<CaseRevisionRow, 'stated' | 'part'>;

const entry = (
  event: Stated | Recorded<PartDeclined | PartTakenUp>,
  said: InRevision,
): readonly Change<CaseRevisionRow>[] => {
  const { projectId } = event.data;
  const { id: event_id, revision, meta } = event;
  const { actor, recordedAt: recorded_at, knownAt: known_at = null } = meta;
  const row = { revision, event_id, actor, recorded_at, known_at, ...said };
  return [{ key: caseRevisionKey(projectId, revision), scope: projectId, to: () => row }];
};

const revised = (event: Stated) => entry(event, { stated: caseIn(event), part: null });

const partChanged = (event: Recorded<PartDeclined | PartTakenUp>) => {
  const { part, personId } = event.data;
  const reason = event.type === 'PartDeclined' ? event.data.reason : null;
  return entry(event, { stated: null, part: { event: event.type, part, personId, reason } });
};

/** Every business case a project ever had, and every part in it that was declined or taken up. */
export const caseRevisionsProjection: Projection<CaseRevisionRow, ProjectEvent> = {
  table: caseRevisionTable,
  on: {
    ProjectProposed: revised,
    ProposalRevised: revised,
    BusinessCaseRevised: revised,
    PartDeclined: partChanged,
    PartTakenUp: partChanged,
  },
};
