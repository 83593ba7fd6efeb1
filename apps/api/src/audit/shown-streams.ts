import { categoryOf } from '@docket/kernel';

/**
 * The kinds of streams whose events reads tell to everybody, each in a history or in a view of its own; votes of an open
 * ballot are held back before (`BallotSight`). What another kind holds is withheld until a read shows it.
 */
const SHOWN: ReadonlySet<string> = new Set([
  'portfolio',
  'composition',
  'strategy',
  'project',
  'dependency-graph',
  'gate-set',
  'scoring-model',
  'alignment',
  'assessment',
  'body',
  'grant',
  'motion',
  'capsule',
  'condition',
  'redactions',
]);

/** Whether what the events of a stream say is shown to readers. */
export const isShownStream = (stream: string): boolean => SHOWN.has(categoryOf(stream) ?? '');
