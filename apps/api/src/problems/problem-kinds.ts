import type { AssessmentRefusal } from '@docket/assessment';
import type { EventRefusal } from '@docket/audit';
import type { GovernanceRefusal } from '@docket/governance';
import type { IntakeRefusal } from '@docket/intake';
import type { RunCode } from '@docket/kernel';
import type { CompositionRefusal, PortfolioRefusal, StrategyRefusal } from '@docket/portfolio';
import type { DependencyRefusal, GateSetRefusal, ProjectRefusal } from '@docket/project';
import type { AsOfRefusal } from '@docket/read-model';
import type { ApiCode } from './api-code';
import { bodyKinds } from './body-kinds';
import { conditionKinds } from './condition-kinds';
import { gateKinds } from './gate-kinds';
import { decisionKinds } from './decision-kinds';
import { grantKinds } from './grant-kinds';
import { kinds, type Kind } from './kinds';
import { projectKinds } from './project-kinds';
import { strategyKinds } from './strategy-kinds';

/** Every code a problem document can carry. */
export type ProblemCode =
  | ApiCode
  | RunCode
  | AsOfRefusal
  | PortfolioRefusal
  | CompositionRefusal
  | StrategyRefusal
  | ProjectRefusal
  | DependencyRefusal
  | GateSetRefusal
  | AssessmentRefusal
  | EventRefusal
  | GovernanceRefusal
  | IntakeRefusal;

/** The status and title of every code: it does not compile while one is missing. */
export const problemKinds: Readonly<Record<ProblemCode, Kind>> = {
  ...projectKinds,
  ...strategyKinds,
  ...bodyKinds,
  ...conditionKinds,
  ...decisionKinds,
  ...grantKinds,
  ...gateKinds,
  ...kinds(400, {
    'after-malformed': 'Not a position',
    'as-of-malformed': 'Not a moment',
    'body-malformed': 'Body not readable',
    'cursor-malformed': 'Not a cursor',
    'fields-invalid': 'Fields not as required',
    'id-malformed': 'Not an id',
    'idempotency-key-malformed': 'Idempotency-Key not usable',
    'idempotency-key-missing': 'Idempotency-Key missing',
    'if-match-malformed': 'If-Match not usable',
    'number-malformed': 'Not the number of an event',
    'request-malformed': 'Request not understood',
    'host-foreign': 'Foreign host',
    forwarded: 'Forwarded request',
    'file-empty': 'Empty file',
    'file-encoding-broken': 'Encoding broken',
    'file-not-a-list': 'Not a list',
    'file-malformed': 'File not readable',
    'column-missing': 'Column missing',
  }),
  ...kinds(401, {
    'session-invalid': 'Session not valid',
    'confirmation-needed': 'Confirmation needed',
    'session-missing': 'No session',
  }),
  ...kinds(403, {
    'not-allowed': 'Not allowed',
    'not-yours': 'Not yours',
    'not-yours-to-withdraw': 'Not yours to withdraw',
    'own-component': 'Own component',
    'proposer-declines': 'Proposer has a part',
    'origin-foreign': 'Foreign origin',
    'not-a-member': 'Not a member',
    recused: 'Recused',
    'not-chair-or-secretary': 'Not chair or secretary',
  }),
  ...kinds(404, {
    'route-unknown': 'Nothing here',
    'job-not-dead': 'No such dead job',
    'event-unknown': 'No such event',
    'portfolio-unknown': 'No such portfolio',
    'project-unknown': 'No such project',
    'model-unknown': 'No such scoring model',
    'assessment-unknown': 'No such assessment',
    'body-unknown': 'No such body',
    'motion-unknown': 'No such motion',
    'person-unknown': 'No such person',
    'portfolio-not-known-then': 'Not known then',
    'no-published-model': 'No published model',
    'project-not-ranked': 'Not in the ranking',
    'as-of-beyond-the-end': 'Beyond the end of the log',
    'not-seated': 'No such seat',
  }),
  ...kinds(405, {
    'method-not-allowed': 'Method not allowed',
  }),
  ...kinds(408, {
    'request-too-slow': 'Request too slow',
  }),
  ...kinds(409, {
    'as-of-of-another-log': 'Answer of another log',
    'portfolio-name-taken': 'Name taken',
    'model-name-taken': 'Name taken',
    'body-name-taken': 'Name taken',
    'history-settled': 'History settled',
    'history-out-of-order': 'History out of order',
    'project-already-known': 'Already known',
    'project-not-authorised': 'Not authorised',
    'project-left': 'Project has left',
    'project-ended': 'Project has ended',
    'proposal-not-open': 'Proposal not open',
    'report-already-given': 'Already reported',
    'report-out-of-order': 'Report out of order',
    'motion-already-open': 'A motion is open',
    'motion-already-decided': 'Already decided',
    'motion-not-claimed': 'Motion not claimed',
    'motion-not-withdrawable': 'Motion not withdrawable',
    'project-not-decidable': 'Not decidable',
    'project-not-competing': 'Not competing for funding',
    'part-not-declined': 'Part not declined',
    'interest-unknown': 'Interest unknown',
    'part-declined': 'Part declined',
    'part-vacant': 'Part vacant',
    'must-have-already': 'A must-have already',
    'not-a-must-have': 'Not a must-have',
    'model-published': 'Model published',
    'model-not-published': 'Model not published',
    'model-retired': 'Model retired',
    'model-revised': 'Model revised',
    'project-not-assessable': 'Not assessable',
    'assessment-withdrawn': 'Assessment withdrawn',
    'motion-already-tabled': 'Already tabled',
    'ballot-already-opened': 'Ballot already opened',
    'ballot-not-open': 'Ballot not open',
    'ballot-over': 'Ballot over',
    'ballot-still-running': 'Ballot still running',
    'motion-not-carried': 'Motion not carried',
    'decision-already-recorded': 'Decision already recorded',
    'authority-not-reserved': 'Authority not reserved',
    'beyond-authority': 'Beyond the body’s authority',
    'operation-not-here': 'Not in this profile',
    'other-release-runs': 'Another release runs',
    'import-stopped': 'Import stopped',
    'backup-refused': 'Backup refused',
    'log-differs': 'Another log',
    'event-altered': 'Event altered',
    'event-not-applied': 'Event not applied',
    'folder-unusable': 'Folder not usable',
  }),
  ...kinds(412, {
    'revision-mismatch': 'Changed since',
  }),
  ...kinds(413, {
    'body-too-large': 'Body too large',
    'file-too-large': 'File too large',
  }),
  ...kinds(415, {
    'media-type-unsupported': 'Media type not supported',
  }),
  ...kinds(422, {
    'as-of-in-the-future': 'In the future',
    'idempotency-key-reused': 'Key used with another body',
    'since-after-as-of': 'Since a later moment',
    'name-blank': 'Name blank',
    'currency-unknown': 'Currency unknown',
    'time-zone-unknown': 'Time zone unknown',
    'instant-malformed': 'Not an instant',
    'history-from-the-future': 'History from the future',
    'reason-blank': 'Reason missing',
    'amount-malformed': 'Not an amount',
    'amount-negative': 'Negative amount',
    'day-malformed': 'Not a day',
    'finish-before-start': 'Finish before start',
    'confidence-off-scale': 'Rating off its scale',
    'report-before-project': 'Report before its project',
    'report-from-the-future': 'Report from the future',
    'outcome-does-not-fit': 'Outcome does not fit',
    'scale-empty': 'Scale empty',
    'scale-does-not-fit-measure': 'Scale does not fit the measure',
    'meaning-missing': 'Meaning missing',
    'points-out-of-range': 'Points out of range',
    'level-twice': 'Level twice',
    'levels-missing': 'Levels missing',
    'scale-rewards-the-worse': 'Scale rewards the worse',
    'unit-does-not-fit-measure': 'Unit does not fit the measure',
    'bound-not-a-decimal': 'Bound not a decimal',
    'scale-has-gap': 'Scale has a gap',
    'scale-overlaps': 'Scale overlaps',
    'anchors-too-few': 'Too few anchors',
    'anchors-out-of-order': 'Anchors out of order',
    'model-name-blank': 'Name blank',
    'criteria-missing': 'Criteria missing',
    'criterion-twice': 'Criterion twice',
    'criterion-name-blank': 'Name blank',
    'weight-not-positive': 'Weight not positive',
    'weights-do-not-sum': 'Weights do not sum to 1',
    'weight-missing': 'Weight missing',
    'weights-contradict-comparison': 'Weights contradict the comparison',
    'too-many-compared': 'Too many criteria compared',
    'matrix-not-square': 'Matrix not square',
    'matrix-diagonal-not-one': 'Diagonal of the matrix not 1',
    'matrix-not-reciprocal': 'Matrix not reciprocal',
    'judgement-malformed': 'Not a judgement',
    'judgement-out-of-range': 'Judgement out of range',
    'judgements-inconsistent': 'Judgements inconsistent',
    'effective-in-the-past': 'Effective in the past',
    'ratings-missing': 'Ratings missing',
    'criterion-rated-twice': 'Criterion rated twice',
    'criterion-unknown': 'No such criterion',
    'criterion-not-rated': 'Criterion not rated',
    'rating-off-scale': 'Rating off its scale',
    'coverage-out-of-range': 'Coverage out of range',
    'term-malformed': 'Term not readable',
    'term-starts-in-the-past': 'Term starts in the past',
    'term-ends-before-it-starts': 'Term ends before it starts',
    'reason-missing': 'Reason missing',
    'another-portfolio': 'Another portfolio',
    'question-missing': 'Question missing',
    'ask-does-not-fit': 'Ask does not fit',
    'closes-before-it-opens': 'Closes before it opens',
    'quorum-larger-than-body': 'Quorum larger than the body',
    'too-few-seats': 'Too few seats',
    'rationale-missing': 'Rationale missing',
  }),
  ...kinds(431, {
    'headers-too-large': 'Headers too large',
  }),
  ...kinds(500, {
    internal: 'Internal error',
  }),
  ...kinds(503, {
    'import-under-way': 'Import under way',
    'outcome-unknown': 'Outcome unknown',
    'projections-stopped': 'Projections stopped',
    'read-model-behind': 'Read model behind',
    'log-replaced': 'Log replaced',
    'store-unavailable': 'Event store unavailable',
    'stream-tampered': 'Stream changed by others',
    'too-contended': 'Too contended',
    'read-model-unavailable': 'Read model unavailable',
    'jobs-unavailable': 'Job queue not available',
    'records-unavailable': 'Records unavailable',
  }),
  ...kinds(507, {
    'disk-full': 'Disk full',
  }),
};
