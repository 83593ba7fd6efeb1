import type { ModelDefinition } from './scoring-model.events';

/**
 * What a definition is judged by beside itself, gathered: the currency of its portfolio, and the versions of the scale of delivery
 * confidence, each with its ratings, best first.
 */
export type ModelGrounds = Readonly<{
  currency: string;
  confidenceScales: Readonly<Record<string, readonly string[]>>;
}>;

export type GroundedModel = Readonly<{ definition: ModelDefinition; grounds: ModelGrounds }>;
