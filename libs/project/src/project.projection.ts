import type { Change, Instant, Projection, Recorded } from '@docket/kernel';
import type {
  AuthorisedProjectImported,
  BusinessCase,
  DecisionCarried,
  InterestDeclared,
  InterestWithdrawn,
  MustHaveMarked,
  PartDeclined,
  PartTakenUp,
  ProjectEvent,
  ProjectProposed,
  ProjectRedescribed,
  ProjectStatus,
} from './domain/project';
import { baselinesAfter } from './domain/project/business-case';
import { statusAfter } from './domain/project/project.state';
import { afterJudged, afterPublished, afterWithdrawn } from './confidence-in-row';
import { closuresProjection } from './closure.projection';
import { judgementsProjection } from './confidence.projection';
import { declinedBut, holdersAfter } from './domain/project/part.state';
import { businessCasesProjection, caseRevisionsProjection } from './business-case.projection';
import { projectTable, type CaseFigures, type ProjectRow } from './project.tables';
import { interestsProjection } from './interest.projection';
import { gateSetsProjection, gateStandingsProjection } from './gate.projection';
import { dependenciesProjection } from './dependency.projection';
import { afterCorrection, afterReport } from './reports-in-row';
import { statusReportsProjection } from './status-report.projection';
import { wordsProjection } from './project-words.projection';

const UNTOLD = {
  revision: 0,
  department: null,
  category: null,
  reference: null,
  absent_from: null,
  proposer: null,
  sponsor: null,
  manager: null,
  declined: [],
  interested: [],
  open_motion: null,
  business_case: null,
  baseline: null,
  reports: 0,
  first_finish: null,
  finishes: [],
  last_report: null,
  previous_report: null,
  said: [],
  confidences: [],
  must_have: null,
  node: null,
} as const;

/** What happened to a project that is there. Its portfolio is in the metadata of every event of it. */
const change = (
  { data: { projectId }, meta: { portfolio }, revision }: Recorded<ProjectEvent>,
  to: (row: ProjectRow) => ProjectRow,
): readonly Change<ProjectRow>[] => {
  if (portfolio === undefined) throw new Error(`An event of project ${projectId} names no portfolio.`);
  const known = (row: ProjectRow | undefined): ProjectRow => {
    if (row) return { ...to(row), revision };
    throw new Error(`Something happened to project ${projectId} before it was known.`);
  };
  return [{ key: projectId, scope: portfolio, to: known }];
};

const ofCase = (given: BusinessCase) => {
  const { name, sponsor, manager, department = null, category = null } = given;
  const { wholeLifeCost, expectedBenefits = null, start, finish, vendor, tags } = given;
  const business_case: CaseFigures = {
    wholeLifeCost,
    expectedBenefits,
    start,
    finish,
    ...(vendor === undefined ? {} : { vendor }),
    ...(tags ? { tags } : {}),
  };
  return { name, sponsor, manager, department, category, business_case };
};

const dateOf = ({ meta: { knownAt, recordedAt } }: Recorded<ProjectEvent>): Instant => knownAt ?? recordedAt;

const proposed = (event: Recorded<ProjectProposed>): readonly Change<ProjectRow>[] => {
  const { data } = event;
  const { projectId, portfolioId: portfolio, proposer, proposedOn: since } = data;
  const row = {
    ...UNTOLD,
    portfolio,
    since,
    status: 'proposed',
    status_since: dateOf(event),
    proposer,
    ...ofCase(data),
  } as const;
  return [{ key: projectId, scope: portfolio, to: () => row }];
};

const imported = (event: Recorded<AuthorisedProjectImported>): readonly Change<ProjectRow>[] => {
  const { data } = event;
  const { projectId, portfolioId: portfolio, presentFrom: since, name } = data;
  const { department = null, category = null, reference = null } = data;
  const row = {
    ...UNTOLD,
    portfolio,
    since,
    status: 'authorised',
    status_since: dateOf(event),
    name,
    department,
    category,
    reference,
  } as const;
  return [{ key: projectId, scope: portfolio, to: () => row }];
};

const redescribed = (event: Recorded<ProjectRedescribed>) => {
  const { name, department, category, reference } = event.data;
  return change(event, (row) => ({
    ...row,
    name: name ?? row.name,
    department: department ?? row.department,
    category: category ?? row.category,
    reference: reference ?? row.reference,
  }));
};

const withoutMotion = (row: ProjectRow, motionId: string): ProjectRow =>
  row.open_motion === motionId ? { ...row, open_motion: null } : row;

/** What stays as it is keeps the moment since when. */
const withStatus = (row: ProjectRow, status: ProjectStatus, event: Recorded<ProjectEvent>): ProjectRow =>
  row.status === status ? row : { ...row, status, status_since: dateOf(event) };

const decided = (event: Recorded<DecisionCarried>) => {
  const { motionId, outcome, baseline } = event.data;
  return change(event, (row) => ({
    ...withStatus(withoutMotion(row, motionId), statusAfter(row.status, outcome), event),
    baseline: baselinesAfter(row.baseline, baseline) ?? null,
  }));
};

const mustHave = (event: Recorded<MustHaveMarked>) => {
  const { actor: by } = event.meta;
  const must_have = { reason: event.data.reason, since: dateOf(event), by };
  return change(event, (row) => ({ ...row, must_have }));
};

const holders = ({ sponsor, manager }: ProjectRow, event: Recorded<PartDeclined | PartTakenUp>) => {
  const before = { sponsor: sponsor ?? undefined, manager: manager ?? undefined };
  const after = holdersAfter(before, event);
  return { sponsor: after.sponsor ?? null, manager: after.manager ?? null };
};

const declined = (event: Recorded<PartDeclined>) => {
  const { projectId: _, ...part } = event.data;
  const added = { ...part, at: dateOf(event) };
  return change(event, (row) => ({
    ...row,
    ...holders(row, event),
    declined: [...declinedBut(row.declined, part), added],
  }));
};

const takenUp = (event: Recorded<PartTakenUp>) =>
  change(event, (row) => ({
    ...row,
    ...holders(row, event),
    declined: declinedBut(row.declined, event.data),
  }));

const interestedBut = (
  { interested }: ProjectRow,
  { data: { personId } }: Recorded<InterestDeclared | InterestWithdrawn>,
): readonly string[] => interested.filter((one) => one !== personId);

const projects: Projection<ProjectRow, ProjectEvent> = {
  table: projectTable,
  on: {
    ProjectProposed: proposed,
    AuthorisedProjectImported: imported,
    ProposalRevised: (event) => change(event, (row) => ({ ...row, ...ofCase(event.data) })),
    BusinessCaseRevised: (event) => change(event, (row) => ({ ...row, ...ofCase(event.data) })),
    ProposalWithdrawn: (event) => change(event, (row) => withStatus(row, 'withdrawn', event)),
    ProjectRedescribed: redescribed,
    StatusReported: (event) => change(event, (row) => afterPublished(afterReport(row, event), event)),
    StatusReportCorrected: (event) => change(event, (row) => afterCorrection(row, event)),
    DeliveryConfidenceJudged: (event) => change(event, (row) => afterJudged(row, event)),
    DeliveryConfidenceWithdrawn: (event) => change(event, (row) => afterWithdrawn(row, event)),
    DepartureNoted: (event) =>
      change(event, (row) => ({
        ...withStatus(row, 'left', event),
        absent_from: event.data.absentFrom,
      })),
    ReturnNoted: (event) =>
      change(event, (row) => ({ ...withStatus(row, 'authorised', event), absent_from: null })),
    MotionClaimed: (event) => change(event, (row) => ({ ...row, open_motion: event.data.motionId })),
    MotionReleased: (event) => change(event, (row) => withoutMotion(row, event.data.motionId)),
    DecisionCarried: decided,
    MustHaveMarked: mustHave,
    MustHaveLifted: (event) => change(event, (row) => ({ ...row, must_have: null })),
    PartDeclined: declined,
    PartTakenUp: takenUp,
    InterestDeclared: (event) =>
      change(event, (row) => ({ ...row, interested: [...interestedBut(row, event), event.data.personId] })),
    InterestWithdrawn: (event) => change(event, (row) => ({ ...row, interested: interestedBut(row, event) })),
    ProjectPlaced: (event) => change(event, (row) => ({ ...row, node: event.data.nodeId })),
  },
};

/** How the tables of this context follow from events. */
export const projectProjections = [
  projects,
  wordsProjection,
  statusReportsProjection,
  judgementsProjection,
  businessCasesProjection,
  caseRevisionsProjection,
  dependenciesProjection,
  interestsProjection,
  gateSetsProjection,
  gateStandingsProjection,
  closuresProjection,
];
