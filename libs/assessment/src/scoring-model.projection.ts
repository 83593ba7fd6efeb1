import {
  defineTable,
  type Day,
  type DecimalText,
  type Instant,
  type Projection,
  type Recorded,
} from '@docket/kernel';
import { alignmentProjection } from './alignment.projection';
import type {
  Criterion,
  ModelDefinition,
  PairwiseComparison,
  ScoringModelEvent,
} from './domain/scoring-model/scoring-model.events';
import { assessmentProjection, assessmentWordsProjection } from './assessment.projection';

/**
 * A scoring model as it stands; scope is its portfolio. The definition is frozen from `published_at` on; `effective_from` is null
 * for a draft, and for a published one that counts from its publication on. `comparison` is null where weights were given.
 */
export type ScoringModelRow = Readonly<{
  id: string;
  portfolio_id: string;
  name: string;
  status: 'draft' | 'published' | 'retired';
  criteria: readonly Criterion[];
  minimum_coverage: DecimalText;
  comparison: PairwiseComparison | null;
  /** When the organisation knew the draft. */
  drafted_at: Instant;
  published_at: Instant | null;
  published_by: string | null;
  effective_from: Day | null;
  retired_at: Instant | null;
  retired_by: string | null;
  retired_for: string | null;
  revision: number;
}>;

/** Scoring models, one row each. */
export const scoringModelTable = defineTable<ScoringModelRow>('scoring_model', {
  id: 'text',
  portfolio_id: 'text',
  name: 'text',
  status: 'text',
  criteria: 'json',
  minimum_coverage: 'decimal',
  comparison: 'json',
  drafted_at: 'text',
  published_at: 'text',
  published_by: 'text',
  effective_from: 'text',
  retired_at: 'text',
  retired_by: 'text',
  retired_for: 'text',
  revision: 'integer',
});

const knownAt = ({ meta }: Recorded): Instant => meta.knownAt ?? meta.recordedAt;

/** Every event after the first changes the row that the first one made. */
const changed = (event: Recorded<ScoringModelEvent>, to: (row: ScoringModelRow) => ScoringModelRow) => ({
  key: event.data.modelId,
  scope: event.meta.portfolio ?? '',
  to: (row: ScoringModelRow | undefined) => {
    if (!row) throw new Error(`Scoring model ${event.data.modelId} changed before it was drafted.`);
    return { ...to(row), revision: event.revision };
  },
});

/** How the table of models follows from their events. */
export const scoringModelProjection: Projection<ScoringModelRow, ScoringModelEvent> = {
  table: scoringModelTable,
  on: {
    ScoringModelDrafted: (event) => {
      const { modelId, portfolioId, name, criteria, minimumCoverage, comparison } = event.data;
      const row: ScoringModelRow = {
        id: modelId,
        portfolio_id: portfolioId,
        name,
        status: 'draft',
        criteria,
        minimum_coverage: minimumCoverage,
        comparison,
        drafted_at: knownAt(event),
        published_at: null,
        published_by: null,
        effective_from: null,
        retired_at: null,
        retired_by: null,
        retired_for: null,
        revision: event.revision,
      };
      return [{ key: modelId, scope: portfolioId, to: () => row }];
    },
    ScoringModelRevised: (event) => [
      changed(event, (row) => ({
        ...row,
        criteria: event.data.criteria,
        minimum_coverage: event.data.minimumCoverage,
        comparison: event.data.comparison,
      })),
    ],
    ScoringModelPublished: (event) => [
      changed(event, (row) => ({
        ...row,
        status: 'published',
        published_at: knownAt(event),
        published_by: event.meta.actor,
        effective_from: event.data.effectiveFrom,
      })),
    ],
    ScoringModelRetired: (event) => [
      changed(event, (row) => ({
        ...row,
        status: 'retired',
        retired_at: knownAt(event),
        retired_by: event.meta.actor,
        retired_for: event.data.reason,
      })),
    ],
  },
};

/** The definition as the domain knows it. */
export const definitionOf = ({ criteria, minimum_coverage }: ScoringModelRow): ModelDefinition => ({
  criteria,
  minimumCoverage: minimum_coverage,
});

/** How the tables of this context follow from events. */
export const assessmentProjections = [
  scoringModelProjection,
  assessmentProjection,
  assessmentWordsProjection,
  alignmentProjection,
] as const;
