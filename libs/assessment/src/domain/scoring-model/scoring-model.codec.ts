import { defineCodec } from '@docket/kernel';
import type {
  ModelDefinition,
  ScoringModelDrafted,
  ScoringModelEvent,
  ScoringModelPublished,
  ScoringModelRetired,
  ScoringModelRevised,
} from './scoring-model.events';

type Stored =
  | Readonly<{
      type: 'ScoringModelDrafted.v1';
      data: { modelId: string; portfolioId: string; name: string } & ModelDefinition;
    }>
  | Readonly<{ type: 'ScoringModelDrafted.v2'; data: ScoringModelDrafted['data'] }>
  | Readonly<{ type: 'ScoringModelRevised.v1'; data: { modelId: string } & ModelDefinition }>
  | Readonly<{ type: 'ScoringModelRevised.v2'; data: ScoringModelRevised['data'] }>
  | Readonly<{ type: 'ScoringModelPublished.v1'; data: { modelId: string } }>
  | Readonly<{ type: 'ScoringModelPublished.v2'; data: ScoringModelPublished['data'] }>
  | Readonly<{ type: 'ScoringModelRetired.v1'; data: ScoringModelRetired['data'] }>;

/**
 * How the events of a scoring model are written down. A published rule set has no words to redact: all of it is fact; only why
 * it was retired is words. Before version 2 weights were always given, and nobody was asked from which day a model counts.
 */
export const scoringModelCodec = defineCodec<ScoringModelEvent, Stored>({
  versions: {
    ScoringModelDrafted: 2,
    ScoringModelRevised: 2,
    ScoringModelPublished: 2,
    ScoringModelRetired: 1,
  },
  upcasters: {
    'ScoringModelDrafted.v1': (data) => ({
      type: 'ScoringModelDrafted',
      data: { ...data, comparison: null },
    }),
    'ScoringModelDrafted.v2': (data) => ({ type: 'ScoringModelDrafted', data }),
    'ScoringModelRevised.v1': (data) => ({
      type: 'ScoringModelRevised',
      data: { ...data, comparison: null },
    }),
    'ScoringModelRevised.v2': (data) => ({ type: 'ScoringModelRevised', data }),
    'ScoringModelPublished.v1': (data) => ({
      type: 'ScoringModelPublished',
      data: { ...data, effectiveFrom: null },
    }),
    'ScoringModelPublished.v2': (data) => ({ type: 'ScoringModelPublished', data }),
    'ScoringModelRetired.v1': (data) => ({ type: 'ScoringModelRetired', data }),
  },
  words: { ScoringModelRetired: ['reason'] },
});
