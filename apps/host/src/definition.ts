import { Alignment, Assessment, assessmentProjections, ScoringModel } from '@docket/assessment';
import { Redactions } from '@docket/audit';
import {
  ballotClock,
  callInClock,
  Body,
  Capsule,
  capsuleKeeping,
  Condition,
  conditionClock,
  conditionFollowUp,
  decisionFollowUp,
  governanceProjections,
  Grant,
  GrantRegister,
  Motion,
} from '@docket/governance';
import {
  categoryOf,
  decodeStored,
  type Codec,
  type Event,
  type Recorded,
  type StoredEvent,
} from '@docket/kernel';
import { Composition, Portfolio, portfolioProjections, Strategy } from '@docket/portfolio';
import { DependencyGraph, GateSet, Project, projectProjections } from '@docket/project';
import type { AnyProjection } from '@docket/read-model';

/**
 * The version of everything that turns events into answers. Changed projection or ranking code is a new version: it
 * rebuilds beside the old one. `definition.spec.ts` fails when that code changes under an old version.
 */
export const DEFINITION = 'd1';

/** Every table of the read model, and what events do to it. */
export const projections: readonly AnyProjection[] = [
  ...portfolioProjections,
  ...projectProjections,
  ...assessmentProjections,
  ...governanceProjections,
];

/** Decoding is all that is asked of a codec here: of which event type it is does not matter. */
type Stored = Readonly<{ category: string; codec: Pick<Codec<Event>, 'decode'> }>;

const stored: readonly Stored[] = [
  Portfolio,
  Composition,
  Strategy,
  Project,
  DependencyGraph,
  GateSet,
  ScoringModel,
  Alignment,
  Assessment,
  Body,
  Grant,
  GrantRegister,
  Motion,
  decisionFollowUp.aggregate,
  ballotClock.aggregate,
  Condition,
  conditionFollowUp.aggregate,
  conditionClock.aggregate,
  callInClock.aggregate,
  Capsule,
  capsuleKeeping.aggregate,
  Redactions,
];

const codecs = new Map(stored.map(({ category, codec }) => [category, codec]));

/** An event of any context in its current shape. @throws Error for a stream of a category that no context has */
export const decodeEvent = (event: StoredEvent): Recorded<Event> => {
  const category = categoryOf(event.stream);
  const codec = category === undefined ? undefined : codecs.get(category);
  if (!codec) throw new Error(`No context owns the stream ${event.stream}.`);
  return decodeStored(codec, event);
};
