import type { ClosureContent } from './closure.events';
import type { OnProject } from './on-project';

export type CloseProject = OnProject<'CloseProject', ClosureContent>;
export type CorrectClosure = OnProject<'CorrectClosure', ClosureContent & { reason: string }>;

export type ClosureCommand = CloseProject | CorrectClosure;

/** Why a closure report does not stand. */
export type ClosureRefusal =
  | 'project-not-ended'
  | 'closure-already-given'
  | 'closure-not-given'
  | 'another-currency'
  | 'closure-from-the-future'
  | 'start-missing'
  | 'lessons-missing'
  | 'benefit-owner-missing'
  | 'benefit-owner-contradicted';
