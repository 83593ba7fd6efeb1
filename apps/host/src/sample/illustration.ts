import type { ModelDefinition, Rating } from '@docket/assessment';
import type { Day, DecimalText, Instant } from '@docket/kernel';
import type { DatedValue, ObjectiveDefinition } from '@docket/portfolio';
import type { StatedCase } from '@docket/project';
import { readFileSync } from 'node:fs';

/** Everything said by one of the sample people: `by` is their id. */
type Said = Readonly<{ by: string }>;

export type IllustratedObjective = Said &
  ObjectiveDefinition &
  Readonly<{ key: string; weight: DecimalText; actuals: readonly (DatedValue & { note?: string })[] }>;

/** `key` names it within the illustration. */
export type IllustratedProposal = Said & StatedCase & Readonly<{ key: string }>;

type Judged = Said & Readonly<{ level: number; reason: string }>;

/** `project` is the key of a proposal, or a listed project as its last list names it; `objective` is a key. */
export type IllustratedContribution = Judged &
  Readonly<{ project: string; objective: string; confirmed?: Judged }>;

export type IllustratedModel = ModelDefinition &
  Readonly<{ name: string; draftedBy: string; publishedBy: string; effectiveFrom: Day }>;

/** `project` as in a contribution. */
export type IllustratedAssessment = Readonly<{
  project: string;
  assessor: string;
  ratings: readonly Rating[];
}>;

/**
 * What the sample shows beside the published lists, made up and marked as such. It was known at `knownAt`, behind the last
 * list, so that it changes no answer of an earlier day.
 */
export type Illustration = Readonly<{
  source: string;
  knownAt: Instant;
  objectives: readonly IllustratedObjective[];
  weighedBy: string;
  proposals: readonly IllustratedProposal[];
  contributions: readonly IllustratedContribution[];
  model: IllustratedModel;
  assessments: readonly IllustratedAssessment[];
}>;

/** Reads an illustration of our own; what it says is judged by the deciders, like everybody's. */
export const readIllustration = (file: string): Illustration =>
  JSON.parse(readFileSync(file, 'utf8')) as Illustration;
