import type { AssessmentRefusal } from '@docket/assessment';
import type { GovernanceRefusal } from '@docket/governance';
import type { IntakeRefusal } from '@docket/intake';
import type { RunCode } from '@docket/kernel';
import type { PortfolioRefusal } from '@docket/portfolio';
import type { ProjectRefusal } from '@docket/project';
import type { AsOfRefusal } from '@docket/read-model';

/** Problems the API itself knows. */
export type ApiCode =
  | 'after-malformed'
  | 'body-malformed'
  | 'body-too-large'
  | 'cursor-malformed'
  | 'fields-invalid'
  | 'forwarded'
  | 'host-foreign'
  | 'id-malformed'
  | 'idempotency-key-malformed'
  | 'idempotency-key-missing'
  | 'if-match-malformed'
  | 'internal'
  | 'media-type-unsupported'
  | 'not-allowed'
  | 'not-yours'
  | 'operation-not-here'
  | 'origin-foreign'
  | 'outcome-unknown'
  | 'person-unknown'
  | 'portfolio-not-known-then'
  | 'read-model-behind'
  | 'request-malformed'
  | 'route-unknown'
  | 'session-invalid'
  | 'session-missing'
  | 'store-unavailable'
  | 'too-contended';

/** Every code a problem document can carry. */
export type ProblemCode =
  | ApiCode
  | RunCode
  | AsOfRefusal
  | PortfolioRefusal
  | ProjectRefusal
  | AssessmentRefusal
  | GovernanceRefusal
  | IntakeRefusal;

type Kind = Readonly<{ status: number; title: string }>;

const kind = (status: number, title: string): Kind => ({ status, title });
