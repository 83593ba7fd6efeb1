import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { compositionNodeTable, type CompositionNodeRow } from '../../composition.projection';
import type { NodeKind } from '../../domain/composition';

/** A sub-portfolio or programme as answers show it, with what stands in it. */
export type NodeView = Readonly<{
  id: string;
  kind: NodeKind;
  name: string;
  lead: string | null;
  nodes: readonly NodeView[];
}>;

/** The tree of a portfolio at a cut; closed nodes are not in it. */
export type CompositionView = Readonly<{ portfolioId: string; nodes: readonly NodeView[] }>;

type Placed = Readonly<{ id: string; row: CompositionNodeRow }>;

const byNameThenId = (a: NodeView, b: NodeView): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);

const below = (
  parent: string | null,
  children: ReadonlyMap<string | null, readonly Placed[]>,
): readonly NodeView[] =>
  (children.get(parent) ?? [])
    .map(({ id, row: { kind, name, lead } }) => ({ id, kind, name, lead, nodes: below(id, children) }))
    .sort(byNameThenId);

/** The sub-portfolios and programmes of a portfolio as they stood at the cut, each place by name. */
export const compositionOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<CompositionView> => {
  const rows = await readModel.rowsAsOf(compositionNodeTable, number, { scope: portfolioId });
  const open = rows
    .filter(({ row }) => row.status === 'open')
    .map(({ key: id, row }): Placed => ({ id, row }));
  return {
    portfolioId,
    nodes: below(
      null,
      Map.groupBy(open, ({ row }) => row.parent),
    ),
  };
};
