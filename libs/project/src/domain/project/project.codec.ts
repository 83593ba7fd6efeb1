import { defineCodec } from '@docket/kernel';
import type { ProjectEvent } from './project.events';
import type { Stored } from './project.stored';

const CASE_WORDS = ['summary', 'scope', 'options', 'riskTexts'] as const;

/** Version 2 of four events knows more than version 1 did; what was not said then stays unsaid. */
export const codec = defineCodec<ProjectEvent, Stored>({
  versions: {
    ProjectProposed: 2,
    ProposalRevised: 2,
    BusinessCaseRevised: 1,
    ProposalWithdrawn: 1,
    AuthorisedProjectImported: 1,
    ProjectRedescribed: 1,
    StatusReported: 2,
    StatusReportCorrected: 1,
    DepartureNoted: 1,
    ReturnNoted: 1,
    MotionClaimed: 1,
    MotionReleased: 1,
    DecisionCarried: 2,
    MustHaveMarked: 1,
    MustHaveLifted: 1,
    ProjectPlaced: 1,
  },
  upcasters: {
    'ProjectProposed.v1': (data) => ({ type: 'ProjectProposed', data }),
    'ProjectProposed.v2': (data) => ({ type: 'ProjectProposed', data }),
    'ProposalRevised.v1': (data) => ({ type: 'ProposalRevised', data }),
    'ProposalRevised.v2': (data) => ({ type: 'ProposalRevised', data }),
    'BusinessCaseRevised.v1': (data) => ({ type: 'BusinessCaseRevised', data }),
    'ProposalWithdrawn.v1': (data) => ({ type: 'ProposalWithdrawn', data }),
    'AuthorisedProjectImported.v1': (data) => ({ type: 'AuthorisedProjectImported', data }),
    'ProjectRedescribed.v1': (data) => ({ type: 'ProjectRedescribed', data }),
    'StatusReported.v1': (data) => ({ type: 'StatusReported', data }),
    'StatusReported.v2': (data) => ({ type: 'StatusReported', data }),
    'StatusReportCorrected.v1': (data) => ({ type: 'StatusReportCorrected', data }),
    'DepartureNoted.v1': (data) => ({ type: 'DepartureNoted', data }),
    'ReturnNoted.v1': (data) => ({ type: 'ReturnNoted', data }),
    'MotionClaimed.v1': (data) => ({ type: 'MotionClaimed', data }),
    'MotionReleased.v1': (data) => ({ type: 'MotionReleased', data }),
    'DecisionCarried.v1': (data) => ({ type: 'DecisionCarried', data }),
    'DecisionCarried.v2': (data) => ({ type: 'DecisionCarried', data }),
    'MustHaveMarked.v1': (data) => ({ type: 'MustHaveMarked', data }),
    'MustHaveLifted.v1': (data) => ({ type: 'MustHaveLifted', data }),
    'ProjectPlaced.v1': (data) => ({ type: 'ProjectPlaced', data }),
  },
  words: {
    ProjectProposed: CASE_WORDS,
    ProposalRevised: CASE_WORDS,
    BusinessCaseRevised: CASE_WORDS,
    ProposalWithdrawn: ['reason'],
    AuthorisedProjectImported: ['description'],
    ProjectRedescribed: ['description'],
    StatusReported: ['narrative'],
    StatusReportCorrected: ['narrative', 'reason'],
    DecisionCarried: ['scope'],
    MustHaveMarked: ['reason'],
    MustHaveLifted: ['reason'],
  },
});
