import type { Cut, ReadModel } from '@docket/kernel';
import { compositionNodeTable } from '../../composition.projection';
import { treeOf, type NodeView } from './composition-tree';

export type { NodeView } from './composition-tree';

/** The tree of a portfolio at a cut; closed nodes are not in it. */
export type CompositionView = Readonly<{ portfolioId: string; nodes: readonly NodeView[] }>;

/** The sub-portfolios and programmes of a portfolio as they stood at the cut, each place by name. */
export const compositionOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<CompositionView> => {
  const rows = await readModel.rowsAsOf(compositionNodeTable, number, { scope: portfolioId });
  const open = rows.filter(({ row }) => row.status === 'open');
  return { portfolioId, nodes: treeOf(open.map(({ key: id, row }) => ({ id, row }))) };
};
