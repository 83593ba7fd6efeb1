import {
  bodyTable,
  chainOf,
  grantInRow,
  grantTable,
  isInForceOrToCome,
  isLimitedBy,
  type KnownGrant,
} from '@docket/governance';
import { byCodeUnits, type Cut, type Instant, type ReadModel } from '@docket/kernel';
import { compositionNodeTable, portfolioTable } from '@docket/portfolio';
import { beginningOfDay } from '../../domain/delegations/day-cell';
import type { NamedTier } from '../../domain/delegations/named-row';
import { bodyLabel, namesOfNodes, type NodeNames } from '../../domain/delegations/node-names';
import { writeScheme } from '../../domain/delegations/write-scheme';

type Names = Readonly<{
  bodyOf: (bodyId: string) => string;
  nodes: NodeNames;
  timeZone: string;
  at: Instant;
}>;

const readNames = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  portfolioId: string,
): Promise<Names> => {
  const portfolio = await readModel.rowAsOf(portfolioTable, number, portfolioId);
  const bodies = await readModel.rowsAsOf(bodyTable, number, { scope: portfolioId });
  const nodes = await readModel.rowsAsOf(compositionNodeTable, number, { scope: portfolioId });
  const names = new Map(bodies.map(({ key, row }) => [key, row.name]));
  return {
    bodyOf: (bodyId) => bodyLabel(bodyId, names.get(bodyId) ?? bodyId),
    nodes: namesOfNodes(
      nodes.map(({ key, row }) => ({ ...row, nodeId: key, isOpen: row.status === 'open' })),
    ),
    timeZone: portfolio?.time_zone ?? 'UTC',
    at,
  };
};

const liveAt = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  portfolioId: string,
): Promise<readonly KnownGrant[]> => {
  const rows = await readModel.rowsAsOf(grantTable, number, { scope: portfolioId });
  const grants = new Map(rows.map(({ key, scope, row }) => [key, grantInRow(key, scope, row)]));
  const isLimited = isLimitedBy(grants);
  const isLive = (grant: KnownGrant): boolean => isInForceOrToCome(chainOf(grant, grants, isLimited), at);
  return [...grants.values()].filter(isLive);
};

const inOrder =
  ({ bodyOf }: Names) =>
  (a: KnownGrant, b: KnownGrant): number =>
    byCodeUnits(bodyOf(a.bodyId), bodyOf(b.bodyId)) ||
    byCodeUnits(a.authority.kinds?.join() ?? '', b.authority.kinds?.join() ?? '') ||
    byCodeUnits(a.grantId, b.grantId);

/** Each grant before those that hang on it. */
const rootsFirst = (grants: readonly KnownGrant[], names: Names): readonly KnownGrant[] => {
  const hanging = Map.groupBy(grants, ({ from }) => (from.kind === 'grant' ? from.grantId : ''));
  const below = (grantId: string): readonly KnownGrant[] =>
    [...(hanging.get(grantId) ?? [])].sort(inOrder(names)).flatMap((one) => [one, ...below(one.grantId)]);
  return below('');
};

const tierOf = (
  { grantId, bodyId, from, authority, maySubDelegate, callInHours }: KnownGrant,
  { bodyOf, nodes, timeZone, at }: Names,
  references: ReadonlyMap<string, string>,
): NamedTier => ({
  reference: references.get(grantId) ?? null,
  holder: bodyOf(bodyId),
  grantedBy: from.kind === 'portfolio' ? null : bodyOf(from.bodyId),
  partOf: from.kind === 'grant' ? (references.get(from.grantId) ?? null) : null,
  domains: authority.domains?.map(nodes.labelOf) ?? null,
  ...{ kinds: authority.kinds, outcomes: authority.outcomes },
  ...{ perDecision: authority.perDecision, perPeriod: authority.perPeriod },
  from: authority.from <= at ? beginningOfDay(authority.from, timeZone) : authority.from,
  ...{ until: authority.until, maySubDelegate, callInHours },
});

/** The delegations in force at a cut, and to come, as CSV in the shape in which they are imported: roots first, each row with a reference. */
export const schemeAt = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number' | 'at'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<string> => {
  const names = await readNames(readModel, cut, portfolioId);
  const grants = rootsFirst(await liveAt(readModel, cut, portfolioId), names);
  const references = new Map(grants.map(({ grantId }, at) => [grantId, String(at + 1)]));
  return writeScheme(
    grants.map((grant) => tierOf(grant, names, references)),
    names,
  );
};
