import {
  byCodeUnits,
  Decimal,
  type Cut,
  type DecimalText,
  type Instant,
  type ReadModel,
} from '@docket/kernel';
import { compositionNodeTable, portfolioTable } from '@docket/portfolio';
import type { Authority } from '../../domain/authority/authority';
import { standingOfChain } from '../../domain/grant/chain';
import type { KnownGrant } from '../../domain/grant/grant.state';
import { bodyTable } from '../../governance.tables';
import { grantsAt, type GrantsAt } from '../grants-at';

/** What one grant permits in a cell. Amounts are in the currency of the matrix; null: without this limit. */
export type MatrixGrant = Readonly<{
  grantId: string;
  /** The grant it is a part of; null where it is part of none. */
  partOf: string | null;
  /** Nodes it covers, each with all that stands in it; null: the whole portfolio. */
  domains: readonly Readonly<{ nodeId: string; name: string }>[] | null;
  until: Instant | null;
  maySubDelegate: boolean;
  callInHours: number | null;
}> &
  Pick<Authority, 'outcomes' | 'perDecision' | 'perPeriod'>;

/** What a tier may decide of one kind; `kind` null: of kinds that no grant names. `perDecision`: the largest limit there; null: none. */
export type MatrixCell = Readonly<{
  kind: string | null;
  mayDecide: boolean;
  perDecision: DecimalText | null;
  grants: readonly MatrixGrant[];
}>;

/** A body with what is in force for it. `authority` full: nobody ever limited it; none: its grants are all over, or still to come. */
export type MatrixTier = Readonly<{
  bodyId: string;
  name: string;
  authority: 'granted' | 'full' | 'none';
  cells: readonly MatrixCell[];
}>;

/** The scheme of delegation as people know it: bodies from the lowest to the highest, by kind of decision. */
export type DelegationMatrix = Readonly<{
  portfolioId: string;
  currency: string;
  kinds: readonly (string | null)[];
  tiers: readonly MatrixTier[];
}>;

const compareLimits = (a: DecimalText | null, b: DecimalText | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Decimal.of(a).compare(Decimal.of(b));
};

type InForce = Readonly<{
  known: GrantsAt;
  grants: readonly KnownGrant[];
  nameOf: (nodeId: string) => string;
}>;

const inMatrix = (
  { grantId, from, authority, maySubDelegate, callInHours }: KnownGrant,
  { nameOf }: InForce,
): MatrixGrant => ({
  grantId,
  partOf: from.kind === 'grant' ? from.grantId : null,
  domains: authority.domains?.map((nodeId) => ({ nodeId, name: nameOf(nodeId) })) ?? null,
  ...{ outcomes: authority.outcomes, perDecision: authority.perDecision, perPeriod: authority.perPeriod },
  ...{ until: authority.until, maySubDelegate, callInHours },
});

const covers = ({ authority: { kinds } }: KnownGrant, kind: string | null): boolean =>
  kinds === null || (kind !== null && kinds.includes(kind));

const highestFirst = (a: KnownGrant, b: KnownGrant): number =>
  compareLimits(b.authority.perDecision, a.authority.perDecision) || byCodeUnits(a.grantId, b.grantId);

const cellOf = (held: readonly KnownGrant[], kind: string | null, inForce: InForce): MatrixCell => {
  const grants = held.filter((grant) => covers(grant, kind)).sort(highestFirst);
  const [highest] = grants;
  return {
    kind,
    mayDecide: highest !== undefined,
    perDecision: highest?.authority.perDecision ?? null,
    grants: grants.map((grant) => inMatrix(grant, inForce)),
  };
};

type Body = Readonly<{ bodyId: string; name: string; isLimited: boolean }>;
type Ranked = Readonly<{ tier: MatrixTier; highest: KnownGrant | undefined; length: number }>;

const tierOf = (body: Body, kinds: readonly (string | null)[], inForce: InForce): Ranked => {
  const { bodyId, name, isLimited } = body;
  const held = inForce.grants.filter((grant) => grant.bodyId === bodyId);
  const [highest] = [...held].sort(highestFirst);
  const length = highest ? inForce.known.chain(highest.grantId).grants.length : 0;
  const full = kinds.map((kind) => ({ kind, mayDecide: true, perDecision: null, grants: [] }));
  const cells = isLimited ? kinds.map((kind) => cellOf(held, kind, inForce)) : full;
  const authority = isLimited ? (highest ? 'granted' : 'none') : 'full';
  return { tier: { bodyId, name, authority, cells }, highest, length };
};

const STEPS = { none: 0, granted: 1, full: 2 } as const;

/** Whoever may decide nothing first, whoever nobody limits last; between them by the highest limit, then the longer chain. */
const lowestFirst = (a: Ranked, b: Ranked): number =>
  STEPS[a.tier.authority] - STEPS[b.tier.authority] ||
  compareLimits(a.highest?.authority.perDecision ?? null, b.highest?.authority.perDecision ?? null) ||
  b.length - a.length ||
  byCodeUnits(a.tier.name, b.tier.name) ||
  byCodeUnits(a.tier.bodyId, b.tier.bodyId);

/** What is in force at a cut, tier by tier and kind by kind. */
export const delegationMatrix = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number' | 'at'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<DelegationMatrix> => {
  const { number, at } = cut;
  const known = await grantsAt(readModel, cut, portfolioId);
  const portfolio = await readModel.rowAsOf(portfolioTable, number, portfolioId);
  const bodies = await readModel.rowsAsOf(bodyTable, number, { scope: portfolioId });
  const nodes = await readModel.rowsAsOf(compositionNodeTable, number, { scope: portfolioId });
  const names = new Map(nodes.map(({ key, row }) => [key, row.name]));
  const all = [...known.grants.values()];
  const grants = all.filter(({ grantId }) => standingOfChain(known.chain(grantId), at) === 'in-force');
  const inForce: InForce = { known, grants, nameOf: (nodeId) => names.get(nodeId) ?? nodeId };
  const named = new Set(grants.flatMap(({ authority }) => authority.kinds ?? []));
  const kinds = [...[...named].sort(byCodeUnits), null];
  const limited = new Set(all.map(({ bodyId }) => bodyId));
  const tiers = bodies
    .map(({ key, row }) => ({ bodyId: key, name: row.name, isLimited: limited.has(key) }))
    .map((body) => tierOf(body, kinds, inForce))
    .sort(lowestFirst);
  return { portfolioId, currency: portfolio?.currency ?? '', kinds, tiers: tiers.map(({ tier }) => tier) };
};
