import { unreachable, type Day } from '@docket/kernel';
import { absencesAfter, type Absence } from './absence.state';
import { baselinesAfter, type Baselines, type BusinessCase } from './business-case';
import { closureAfter, type KnownClosure } from './closure.state';
import { gatesAfter, NO_GATES, type Gates } from './gate.state';
import { afterWithdrawal, judged, type KnownJudgements } from './known-judgement';
import { reportsAfter, type KnownReport } from './known-report';
import { interestsAfter, type Interest } from './interest.state';
import { declinedForGood, partsAfter, type DeclinedPart } from './part.state';
import type { Description } from './project.commands';
import type {
  AuthorisedProjectImported,
  BusinessCaseRevised,
  DecisionCarried,
  DepartureNoted,
  Outcome,
  ProjectEvent,
  ProjectPlaced,
  ProjectProposed,
  ProjectRedescribed,
  ProposalRevised,
  ReturnNoted,
  Source,
  StatusReportCorrected,
  StatusReported,
} from './project.events';

type Facts = Readonly<{
  /** The revision of the last event. */
  revision: number;
  projectId: string;
  portfolioId: string;
  name: string;
  /** The first day the portfolio knows of it. */
  since: Day;
  /** Ids of people; a project imported as authorised has none, and a part that was declined has nobody. */
  proposer?: string;
  sponsor?: string;
  manager?: string;
  declined: readonly DeclinedPart[];
  /** Those that stand. */
  interests: readonly Interest[];
  description: Description;
  baseline?: Baselines;
  /** The one motion that is open on it. */
  openMotion?: string;
  /** Why it stands above every funding line, while it does. */
  mustHave?: string;
  /** The node of the composition it stands in; absent: the portfolio itself. */
  node?: string;
  /** Outcome by motion of the decisions carried here. */
  carried: ReadonlyMap<string, Outcome>;
  /** What was reported for each day, oldest report first. */
  reports: ReadonlyMap<Day, KnownReport>;
  judgements: KnownJudgements;
  absences: readonly Absence[];
  /** Where it stands among the gates of its kind. */
  gates: Gates;
  /** What was said of it once it had ended. */
  closure?: KnownClosure;
  /** How each imported row that is recorded described it, by `rowOf` its source. */
  rows: ReadonlyMap<string, Description>;
}>;

/** A candidate that awaits its decision. */
export type ProposedProject = Facts & Readonly<{ status: 'proposed'; businessCase: BusinessCase }>;
/** Authorised work, or what has ended or left; only what was proposed here, or was given one later, has a business case. */
export type SettledProject = Facts &
  Readonly<{
    status: 'withdrawn' | 'authorised' | 'held' | 'rejected' | 'killed' | 'completed' | 'left';
    businessCase?: BusinessCase;
  }>;
/** A project that is there: what others gather of it. */
export type KnownProject = ProposedProject | SettledProject;
export type ProjectState = Readonly<{ status: 'absent' }> | KnownProject;
export type ProjectStatus = KnownProject['status'];

export const rowOf = ({ file, line }: Source): string => `${file}:${line}`;

const DECIDED = {
  go: 'authorised',
  'conditional-go': 'authorised',
  hold: 'held',
  reject: 'rejected',
  kill: 'killed',
  complete: 'completed',
} as const satisfies { readonly [O in Outcome]?: ProjectStatus };

/** The status a decision leads to; `recycle` and `defer` leave the project where it is. */
export const statusAfter = (status: ProjectStatus, outcome: Outcome): ProjectStatus =>
  outcome === 'recycle' || outcome === 'defer' ? status : DECIDED[outcome];

export const initialState = (): ProjectState => ({ status: 'absent' });

const begun = {
  ...{ revision: 0, carried: new Map(), reports: new Map(), judgements: new Map() },
  ...{ absences: [], rows: new Map(), declined: [], interests: [], gates: NO_GATES },
} as const;

const proposed = ({ data }: ProjectProposed): ProposedProject => {
  const { projectId, portfolioId, proposer, proposedOn, ...businessCase } = data;
  return {
    status: 'proposed',
    projectId,
    portfolioId,
    proposer,
    since: proposedOn,
    ...begun,
    ...ofCase(businessCase),
  };
};

/** What the rest of the system knows of a proposal follows from its business case. */
const ofCase = (businessCase: BusinessCase) => {
  const { name, sponsor, manager, department, category } = businessCase;
  return { name, sponsor, manager, description: { name, department, category }, businessCase };
};

const imported = ({ data }: AuthorisedProjectImported): SettledProject => {
  const { projectId, portfolioId, presentFrom: since, source, ...description } = data;
  const rows = new Map([[rowOf(source), description]]);
  const known = { projectId, portfolioId, since, name: description.name };
  return { status: 'authorised', ...known, description, ...begun, rows };
};

const redescribed = (state: KnownProject, { data }: ProjectRedescribed): KnownProject => {
  const { projectId: _, source, ...changed } = data;
  const description = { ...state.description, ...changed };
  const rows = new Map(state.rows).set(rowOf(source), description);
  return { ...state, name: description.name, description, rows };
};

/** The case replaces the one before; what a list said of the work beside stays. */
const revised = (state: KnownProject, { data }: ProposalRevised | BusinessCaseRevised): KnownProject => {
  const { projectId: _, ...businessCase } = data;
  const next = ofCase(businessCase);
  return { ...state, ...next, description: { ...state.description, ...next.description } };
};

const reported = (state: KnownProject, event: StatusReported | StatusReportCorrected): KnownProject => {
  const reports = reportsAfter(state.reports, event, state.revision);
  if (event.type === 'StatusReportCorrected' || !event.data.source) return { ...state, reports };
  return { ...state, reports, rows: new Map(state.rows).set(rowOf(event.data.source), state.description) };
};

const left = (state: KnownProject, event: DepartureNoted): KnownProject => ({
  ...state,
  status: 'left',
  absences: absencesAfter(state.absences, event),
});

const returned = (state: KnownProject, event: ReturnNoted): KnownProject => ({
  ...state,
  status: 'authorised',
  absences: absencesAfter(state.absences, event),
  rows: new Map(state.rows).set(rowOf(event.data.source), state.description),
});

const decided = (state: KnownProject, { data }: DecisionCarried): KnownProject => {
  const { motionId, outcome } = data;
  const carried = new Map(state.carried).set(motionId, outcome);
  const baseline = baselinesAfter(state.baseline, data.baseline);
  const next = { ...withoutMotion(state, motionId), carried, ...(baseline ? { baseline } : {}) };
  const status = statusAfter(state.status, outcome);
  return status === 'proposed' ? next : { ...next, status };
};

const withoutMotion = (state: KnownProject, motionId: string): KnownProject => {
  const { openMotion, ...rest } = state;
  return openMotion === motionId ? rest : state;
};

const placed = (state: KnownProject, { data: { nodeId } }: ProjectPlaced): KnownProject => {
  const { node: _, ...rest } = state;
  return nodeId === null ? rest : { ...rest, node: nodeId };
};

const progressed = (state: KnownProject, event: Exclude<ProjectEvent, Beginning>): KnownProject => {
  switch (event.type) {
    case 'ProposalRevised':
    case 'BusinessCaseRevised':
      return revised(state, event);
    case 'ProposalWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'ProjectRedescribed':
      return redescribed(state, event);
    case 'StatusReported':
    case 'StatusReportCorrected':
      return reported(state, event);
    case 'DeliveryConfidenceJudged':
      return { ...state, ...judged(state, event) };
    case 'DeliveryConfidenceWithdrawn':
      return { ...state, judgements: afterWithdrawal(state.judgements, event) };
    case 'DepartureNoted':
      return left(state, event);
    case 'ReturnNoted':
      return returned(state, event);
    case 'MotionClaimed':
      return { ...state, openMotion: event.data.motionId, declined: declinedForGood(state.declined) };
    case 'MotionReleased':
      return withoutMotion(state, event.data.motionId);
    case 'DecisionCarried':
      return decided(state, event);
    case 'MustHaveMarked':
      return { ...state, mustHave: event.data.reason };
    case 'MustHaveLifted': {
      const { mustHave: _, ...rest } = state;
      return rest;
    }
    case 'ProjectPlaced':
      return placed(state, event);
    case 'PartDeclined':
    case 'PartTakenUp':
      return { ...state, ...partsAfter(state, event) };
    case 'InterestDeclared':
    case 'InterestWithdrawn':
      return { ...state, interests: interestsAfter(state.interests, event) };
    case 'GateReached':
    case 'GateEvidenceGiven':
    case 'GateCriterionJudged':
    case 'GatePassed':
      return { ...state, gates: gatesAfter(state.gates, event) };
    case 'ProjectClosed':
    case 'ClosureCorrected':
      return { ...state, closure: closureAfter(event, state.revision) };
    default:
      return unreachable(event);
  }
};

type Beginning = ProjectProposed | AuthorisedProjectImported;

export const evolve = (state: ProjectState, event: ProjectEvent): ProjectState => {
  switch (event.type) {
    case 'ProjectProposed':
      return proposed(event);
    case 'AuthorisedProjectImported':
      return imported(event);
    default:
      return state.status === 'absent'
        ? state
        : progressed({ ...state, revision: state.revision + 1 }, event);
  }
};
