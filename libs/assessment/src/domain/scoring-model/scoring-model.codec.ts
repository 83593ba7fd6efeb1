import { defineCodec } from '@docket/kernel';
import type { ScoringModelEvent } from './scoring-model.events';

/** How the events of a scoring model are written down. A published rule set has no words to redact: all of it is fact. */
export const scoringModelCodec = defineCodec<ScoringModelEvent>({
  versions: { ScoringModelDrafted: 1, ScoringModelRevised: 1, ScoringModelPublished: 1 },
  upcasters: {
    'ScoringModelDrafted.v1': (data) => ({ type: 'ScoringModelDrafted', data }),
    'ScoringModelRevised.v1': (data) => ({ type: 'ScoringModelRevised', data }),
    'ScoringModelPublished.v1': (data) => ({ type: 'ScoringModelPublished', data }),
  },
  words: {},
});
