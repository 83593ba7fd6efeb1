import { Body, bodyIdOf, isOutcome, type Tier } from '@docket/governance';
import { isUuid, loadState, type CommandRuntime } from '@docket/kernel';
import { Composition, compositionIdOf } from '@docket/portfolio';
import { isTaken, notTaken, taken, type Cell } from '../../domain/delegations/cell';
import type { Column } from '../../domain/delegations/columns';
import { namesOfNodes, type NodeNames } from '../../domain/delegations/node-names';
import type { CellNote, NamedRow } from '../../domain/delegations/named-row';
import { note, type ParsedScheme } from './parse-delegations';

/** Rows with ids in the place of names, and what no name was found for. */
export type ResolvedScheme = Readonly<{ tiers: readonly Tier[]; refused: readonly CellNote[] }>;

type Names = Readonly<{
  bodies: ReadonlyMap<string, Cell<string>>;
  nodes: NodeNames;
  lines: ReadonlyMap<string, number>;
}>;

const bodyNamed = async (
  runtime: CommandRuntime,
  portfolioId: string,
  name: string,
): Promise<Cell<string>> => {
  const bodyId = isUuid(name) ? name : bodyIdOf(portfolioId, name);
  const body = await loadState(runtime, Body, bodyId);
  return body.status !== 'absent' && body.portfolioId === portfolioId
    ? taken(bodyId)
    : notTaken('The portfolio has no such body. List its bodies; a lead is a body of one.');
};

const namesIn = async (
  runtime: CommandRuntime,
  portfolioId: string,
  { rows, references: lines }: Pick<ParsedScheme, 'rows' | 'references'>,
): Promise<Names> => {
  const bodies = new Map<string, Cell<string>>();
  for (const name of new Set(rows.flatMap(({ holder, grantedBy }) => [holder, grantedBy ?? []].flat())))
    bodies.set(name, await bodyNamed(runtime, portfolioId, name));
  const composition = await loadState(runtime, Composition, compositionIdOf(portfolioId));
  const nodes = namesOfNodes(
    [...composition.nodes.values()].map((node) => ({ ...node, isOpen: node.status === 'open' })),
  );
  return { bodies, nodes, lines };
};

const referenceOf = (row: NamedRow, { lines }: Names): Cell<string | null> => {
  const first = row.reference === null ? undefined : lines.get(row.reference);
  return first === undefined || first === row.line
    ? taken(row.reference)
    : notTaken(`Line ${first} has this reference, too. Give each row its own.`);
};

const lineAbove = ({ partOf, grantedBy }: NamedRow, { lines }: Names): Cell<number | null> => {
  if (partOf === null) return taken(null);
  if (grantedBy === null)
    return notTaken('What the portfolio grants is a part of no row. Leave the cell empty.');
  const line = lines.get(partOf);
  return line === undefined
    ? notTaken('No row has this reference. Give it to the row this is a part of, or leave the cell empty.')
    : taken(line);
};

const resolveRow = (row: NamedRow, names: Names): Tier | readonly (readonly [Column, string])[] => {
  const troubles: [Column, string][] = [];
  const take = <T>(column: Column, cell: Cell<T>, instead: T): T => {
    if (isTaken(cell)) return cell.value;
    troubles.push([column, cell.reason]);
    return instead;
  };
  const bodyOf = (name: string): Cell<string> => names.bodies.get(name) ?? notTaken('No such body.');
  const { line, kinds, perDecision, perPeriod, from, until, maySubDelegate, callInHours } = row;
  take('reference', referenceOf(row, names), null);
  const tier: Tier = {
    line,
    bodyId: take('holder', bodyOf(row.holder), ''),
    grantor: row.grantedBy === null ? null : take('granted by', bodyOf(row.grantedBy), ''),
    partOf: take('part of', lineAbove(row, names), null),
    domains: row.domains && row.domains.map((name) => take('domain', names.nodes.find(name), '')),
    outcomes: row.outcomes && row.outcomes.filter(isOutcome),
    ...{ kinds, perDecision, perPeriod, from, until, maySubDelegate, callInHours },
  };
  return troubles.length > 0 ? troubles : tier;
};

/** Finds the bodies and nodes that rows name, in streams as they stand. */
export const resolveNames = async (
  runtime: CommandRuntime,
  { portfolioId, file }: Readonly<{ portfolioId: string; file: string }>,
  parsed: Pick<ParsedScheme, 'rows' | 'references'>,
): Promise<ResolvedScheme> => {
  const names = await namesIn(runtime, portfolioId, parsed);
  const tiers: Tier[] = [];
  const refused: CellNote[] = [];
  for (const row of parsed.rows) {
    const resolved = resolveRow(row, names);
    if ('line' in resolved) tiers.push(resolved);
    else
      for (const [column, reason] of resolved)
        refused.push(note(file, row.line, column, row.cells.get(column) ?? '', reason));
  }
  return { tiers, refused };
};
