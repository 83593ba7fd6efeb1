import { defineTable, type Instant, type Projection } from '@docket/kernel';
import type { DependencyEvent, DependencyKind } from './domain/dependency-graph';

export type DependencyRow = Readonly<{
  kind: DependencyKind;
  /** Ids of projects. */
  from_project: string;
  to_project: string;
  from_name: string;
  to_name: string;
  reason: string;
  actor: string;
  recorded_at: Instant;
}>;

/** One row per dependency that stands, by id; scope: its portfolio. */
export const dependencyTable = defineTable<DependencyRow>('dependency', {
  kind: 'text',
  from_project: 'text',
  to_project: 'text',
  from_name: 'text',
  to_name: 'text',
  reason: 'text',
  actor: 'text',
  recorded_at: 'text',
});

export const dependenciesProjection: Projection<DependencyRow, DependencyEvent> = {
  table: dependencyTable,
  on: {
    DependencyDeclared: ({ data, meta }) => {
      const { dependencyId, portfolioId, kind, from, to, fromName, toName, reason } = data;
      const { actor, recordedAt } = meta;
      const ends = { from_project: from, to_project: to, from_name: fromName, to_name: toName };
      const row = { kind, ...ends, reason, actor, recorded_at: recordedAt };
      return [{ key: dependencyId, scope: portfolioId, to: () => row }];
    },
    DependencyRemoved: ({ data }) => [
      { key: data.dependencyId, scope: data.portfolioId, to: () => undefined },
    ],
  },
};
