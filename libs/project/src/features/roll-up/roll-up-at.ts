import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { compositionNodeTable, portfolioById, type NodeKind } from '@docket/portfolio';
import { EARNED_VALUE_DEFINITION } from '../../domain/earned-value';
import type { ProjectStatus } from '../../domain/project';
import {
  COUNTED,
  COUNTED_IN_ORIGINAL,
  ROLL_UP_DEFINITION,
  rollUpOf,
  TALLYING,
  type Component,
  type Days,
  type RollUp,
} from '../../domain/roll-up/roll-up';
import { heldBy, subtreesOf } from '../../domain/roll-up/subtrees';
import { standingFigures, standingValues } from '../../standing-figures';
import { projectTable, type ProjectRow } from '../../project.tables';

/** What stands in a node and in all nodes in it. */
export type NodeRollUp = Readonly<{
  id: string;
  kind: NodeKind;
  name: string;
  /** The node it stands in; null: the portfolio itself. */
  parent: string | null;
  /** A closed node keeps the projects that stood in it, and is named while there are any. */
  status: 'open' | 'closed';
}> &
  RollUp;

/** The figures of a portfolio and of each node: `nodes` in the order of the tree, each before those in it, by name. */
export type RollUpAnswer = Readonly<{
  portfolio: Readonly<{ id: string; name: string }>;
  /** The version of the roll-up, and of the figures that are rolled up. */
  kpi: string;
  definition: string;
  currency: string;
  /** Statuses of the components whose figures are added; against original baselines more of them. */
  counted: readonly ProjectStatus[];
  countedInOriginal: readonly ProjectStatus[];
  whole: RollUp;
  nodes: readonly NodeRollUp[];
}>;

/** From the oldest report that a figure added up is taken from to the latest report. */
const daysOf = (row: ProjectRow): Days | undefined => {
  const last = row.last_report?.reportedFor;
  if (last === undefined) return undefined;
  const { plannedValue, earnedValue, actualCost, forecastCost } = standingFigures(row);
  const days = [plannedValue, earnedValue, actualCost, forecastCost].flatMap((one) => one?.reportedFor ?? []);
  return { first: days.reduce((first, day) => (day < first ? day : first), last), last };
};

const componentOf = (row: ProjectRow): Component => ({
  status: row.status,
  node: row.node,
  reportedFor: daysOf(row),
  figures: standingValues(row),
  expectedBenefits: row.business_case?.expectedBenefits ?? undefined,
  baseline: row.baseline ?? undefined,
});

/** What the components of a portfolio, and of each of its nodes, come to at a cut. */
export const rollUpAt = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  { portfolioId: scope }: Readonly<{ portfolioId: string }>,
): Promise<RollUpAnswer | Refused<'portfolio-unknown'>> => {
  const portfolio = await portfolioById(readModel, number, scope);
  if (!portfolio)
    return refuse(
      'portfolio-unknown',
      `There is no portfolio ${scope}. Look its id up in the list of portfolios.`,
    );
  const { id, name, currency } = portfolio;
  const projects = await readModel.rowsAsOf(projectTable, number, { scope });
  const rows = await readModel.rowsAsOf(compositionNodeTable, number, { scope });
  const components = projects.map(({ row }) => componentOf(row));
  const nodes = rows.map(({ key, row: { kind, name: called, parent, status } }) => {
    return { id: key, kind, name: called, parent, status };
  });
  const subtrees = subtreesOf(nodes, components, TALLYING);
  const tops = subtrees.filter(({ node }) => node.parent === null).map(({ held }) => held);
  const beside = components.filter(({ node }) => node === null);
  return {
    portfolio: { id, name },
    kpi: ROLL_UP_DEFINITION,
    definition: EARNED_VALUE_DEFINITION,
    currency,
    counted: COUNTED,
    countedInOriginal: COUNTED_IN_ORIGINAL,
    whole: rollUpOf(heldBy(TALLYING, beside, tops), currency),
    nodes: subtrees.map(({ node, held }) => ({ ...node, ...rollUpOf(held, currency) })),
  };
};
