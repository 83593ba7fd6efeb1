import { asOf } from './example-cut';
import { bodyExample as body } from './governance-examples';

const motionId = '2a780987-91c3-84db-9655-273bb3a742f8';
const projectId = 'f8850372-b7ed-8703-94a9-5fba136b8fc2';
const digest = '1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014';
const seen = {
  component: { id: projectId, name: 'Northern rail' },
  gates: { projectId, standing: null },
  standing: { ranked: 4 },
  model: { name: 'Delivery health 1', publishedBy: 'p-otto', decidedBy: null, warnings: [] },
  dependencies: [],
  body,
  authority: { projectId, outcome: 'go', steps: [] },
  interests: [],
};

/** What reads answer of what a body had before it. */
export const capsuleExamples = {
  'get /api/v1/motions/{motionId}/capsule': {
    asOf,
    motionId,
    frozen: {
      number: 14,
      at: '2026-11-21T02:47:45.523Z',
      token: asOf.token,
      openedBy: 'p-chen',
      ballot: 1,
      guards: [{ stream: `docket-body-${body.id}`, revision: 3 }],
    },
    digest,
    seen,
    kept: {
      digest,
      size: 18_442,
      keptAt: '2026-11-21T02:47:45.611Z',
      definition: 'd1',
      bytes: 'kept',
      differences: { body: [], component: [], interests: [] },
    },
    differences: {
      body: [],
      component: [{ path: 'name', then: 'Northern rail', now: 'Northern railway' }],
      interests: [],
    },
  },
  'get /api/v1/motions/{motionId}/capsule/kept': seen,
};
