import { defineCodec } from '@docket/kernel';
import type { ProjectEvent } from './project.events';

export const codec = defineCodec<ProjectEvent>({
  versions: {
    ProjectProposed: 1,
    ProposalRevised: 1,
    ProposalWithdrawn: 1,
    AuthorisedProjectImported: 1,
    ProjectRedescribed: 1,
    StatusReported: 1,
    DepartureNoted: 1,
    ReturnNoted: 1,
    MotionClaimed: 1,
    MotionReleased: 1,
    DecisionCarried: 1,
  },
  upcasters: {
    'ProjectProposed.v1': (data) => ({ type: 'ProjectProposed', data }),
    'ProposalRevised.v1': (data) => ({ type: 'ProposalRevised', data }),
    'ProposalWithdrawn.v1': (data) => ({ type: 'ProposalWithdrawn', data }),
    'AuthorisedProjectImported.v1': (data) => ({ type: 'AuthorisedProjectImported', data }),
    'ProjectRedescribed.v1': (data) => ({ type: 'ProjectRedescribed', data }),
    'StatusReported.v1': (data) => ({ type: 'StatusReported', data }),
    'DepartureNoted.v1': (data) => ({ type: 'DepartureNoted', data }),
    'ReturnNoted.v1': (data) => ({ type: 'ReturnNoted', data }),
    'MotionClaimed.v1': (data) => ({ type: 'MotionClaimed', data }),
    'MotionReleased.v1': (data) => ({ type: 'MotionReleased', data }),
    'DecisionCarried.v1': (data) => ({ type: 'DecisionCarried', data }),
  },
  words: {
    ProjectProposed: ['summary'],
    ProposalRevised: ['summary'],
    ProposalWithdrawn: ['reason'],
    AuthorisedProjectImported: ['description'],
    ProjectRedescribed: ['description'],
    StatusReported: ['narrative'],
  },
});
