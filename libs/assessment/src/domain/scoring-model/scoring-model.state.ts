import { unreachable, type Day } from '@docket/kernel';
import type { ModelDefinition, PairwiseComparison, ScoringModelEvent } from './scoring-model.events';

/** A model that is there; it changes as a draft, then never again. */
export type DraftedModel = Readonly<{
  status: 'draft' | 'published' | 'retired';
  portfolioId: string;
  name: string;
  definition: ModelDefinition;
  /** Where the weights came from; null where they were given. */
  comparison: PairwiseComparison | null;
  /** Of a published one; null: from its publication on. */
  effectiveFrom: Day | null;
  /** Of a retired one. */
  retiredFor?: string;
}>;
/** `absent` before it is drafted. */
export type ScoringModelState = Readonly<{ status: 'absent' }> | DraftedModel;

export const initialState = (): ScoringModelState => ({ status: 'absent' });

/** The definition among the fields of an event or a command. */
export const definitionIn = ({ criteria, minimumCoverage }: ModelDefinition): ModelDefinition => ({
  criteria,
  minimumCoverage,
});

export const evolve = (state: ScoringModelState, event: ScoringModelEvent): ScoringModelState => {
  if (event.type === 'ScoringModelDrafted') {
    const { portfolioId, name, comparison } = event.data;
    const definition = definitionIn(event.data);
    return { status: 'draft', portfolioId, name, definition, comparison, effectiveFrom: null };
  }
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'ScoringModelRevised':
      return { ...state, definition: definitionIn(event.data), comparison: event.data.comparison };
    case 'ScoringModelPublished':
      return { ...state, status: 'published', effectiveFrom: event.data.effectiveFrom };
    case 'ScoringModelRetired':
      return { ...state, status: 'retired', retiredFor: event.data.reason };
    default:
      return unreachable(event);
  }
};
