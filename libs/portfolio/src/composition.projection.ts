import { defineTable, type Change, type Projection } from '@docket/kernel';
import type { CompositionEvent, NodeKind } from './domain/composition';

export type CompositionNodeRow = Readonly<{
  kind: NodeKind;
  name: string;
  /** The node it stands in; null: the portfolio itself. */
  parent: string | null;
  /** Id of a person. */
  lead: string | null;
  status: 'open' | 'closed';
}>;

/** One row per sub-portfolio and programme, closed ones included, by id; scope: the portfolio. */
export const compositionNodeTable = defineTable<CompositionNodeRow>('composition_node', {
  kind: 'text',
  name: 'text',
  parent: 'text',
  lead: 'text',
  status: 'text',
});

const changed = (
  { portfolioId: scope, nodeId: key }: Readonly<{ portfolioId: string; nodeId: string }>,
  change: Partial<CompositionNodeRow>,
): readonly Change<CompositionNodeRow>[] => {
  const to = (row: CompositionNodeRow | undefined) => {
    if (!row) throw new Error(`Node ${key} changed before it was added.`);
    return { ...row, ...change };
  };
  return [{ key, scope, to }];
};

/** How the table of nodes follows from the events of a composition. */
export const compositionProjection: Projection<CompositionNodeRow, CompositionEvent> = {
  table: compositionNodeTable,
  on: {
    NodeAdded: ({ data: { portfolioId: scope, nodeId: key, kind, name, parent, lead = null } }) => [
      { key, scope, to: () => ({ kind, name, parent, lead, status: 'open' }) },
    ],
    NodeRenamed: ({ data }) => changed(data, { name: data.name }),
    NodeMoved: ({ data }) => changed(data, { parent: data.parent }),
    NodeClosed: ({ data }) => changed(data, { status: 'closed' }),
  },
};
