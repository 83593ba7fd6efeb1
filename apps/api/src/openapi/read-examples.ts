import { conditionExamples } from './condition-examples';
import { assessmentExamples } from './assessment-examples';
import { eventExample } from './event-example';
import { authorityExamples } from './authority-examples';
import { delegationExamples } from './delegation-examples';
import { gateExamples } from './gate-examples';
import { capsuleExamples } from './capsule-examples';
import { governanceExamples } from './governance-examples';
import { judgingExamples } from './judging-examples';
import { projectExamples } from './project-examples';
import { projectRecordExamples } from './project-record-examples';
import { rollUpExample } from './roll-up-example';
import { strategyExamples } from './strategy-examples';
import { rankingExamples } from './ranking-examples';

/** What each read answers, by its method and path; each was an answer once, and a test compares their fields with answers of today. */
export const readExamples: Readonly<Record<string, unknown>> = {
  ...projectExamples,
  ...projectRecordExamples,
  ...assessmentExamples,
  ...judgingExamples,
  ...rankingExamples,
  ...governanceExamples,
  ...capsuleExamples,
  ...authorityExamples,
  ...delegationExamples,
  ...conditionExamples,
  ...gateExamples,
  ...strategyExamples,
  ...rollUpExample,
  ...eventExample,
  'get /api/v1/people': { people: [{ id: 'p-maya', name: 'Maya Okafor', roles: ['portfolio-manager'] }] },
  'get /api/v1/session': {
    person: { id: 'visitor', name: 'Visitor', roles: ['reader'] },
    authentication: 'none',
  },
  'post /api/v1/session': {
    person: { id: 'p-maya', name: 'Maya Okafor', roles: ['portfolio-manager'] },
    until: '2026-11-21T14:47:47.424Z',
  },
  'get /health/live': { status: 'live' },
  'get /health/ready': {
    status: 'ready',
    projection: { state: 'live', number: 21, lag: { events: 0, seconds: 0 } },
    reactions: { state: 'running', unfinished: 0 },
    jobs: { state: 'answering', dead: 1 },
  },
  'get /api/v1/operator/jobs': {
    kinds: [
      { kind: 'close-ballot', waiting: 0, delayed: 3, running: 1, dead: 1, done: 12, failedAttempts: 5 },
    ],
    dead: [
      {
        kind: 'close-ballot',
        id: 'motion-7',
        data: {},
        attempts: 5,
        error: 'StoreUnavailable: The event store does not answer.',
        diedAt: '2026-11-21T02:47:47.310Z',
      },
    ],
  },
  'post /api/v1/operator/import-gmpp':
    '{"progress":{"what":"rows read","done":1}}\n{"result":{"rows":1,"recorded":1,"unchanged":0,"doubtful":[]}}\n',
  'post /api/v1/operator/rebuild':
    '{"progress":{"what":"events rebuilt","done":21,"total":21}}\n{"result":{"events":21}}\n',
  'post /api/v1/operator/drop-others': '{"result":{"dropped":["d1-1"]}}\n',
  'post /api/v1/operator/verify-chain':
    '{"progress":{"what":"events verified","done":21}}\n{"result":{"whole":true,"events":21,"faults":[]}}\n',
  'post /api/v1/operator/backup':
    '{"result":{"log":"1b3aff3c-ea29-4ff8-b580-25d8cc4830b8","position":"21","takenAt":"2026-11-21T02:47:47.310Z"}}\n',
  'post /api/v1/operator/replay': '{"result":{"status":200,"body":"{}","same":true,"events":21}}\n',
};
