import { chainOf, isLimitedBy, type KnownGrant } from '../grant';
import { isInForceOrToCome } from './in-force-or-to-come';
import type { PlannedRow, SchemeFacts, SchemePlan } from './plan';
import { SchemeJudge } from './scheme-judge';
import { subjectOfTier, type Tier } from './tier';

/** Rows are placed once all rows are that could hold them: roots first. */
const placeAll = (judge: SchemeJudge, tiers: readonly Tier[]): void => {
  for (let waiting = tiers; waiting.length > 0; waiting = waiting.filter((tier) => !judge.isPlaced(tier))) {
    const ready = waiting.filter(isReadyAmong(waiting));
    const next = ready.length > 0 ? ready : waiting.filter((tier) => judge.canBePlaced(tier)).slice(0, 1);
    for (const tier of next) judge.place(tier);
    if (next.length === 0) for (const tier of waiting) refuseCircle(judge, tier);
  }
};

const isReadyAmong = (waiting: readonly Tier[]) => {
  const holders = Map.groupBy(waiting, ({ bodyId }) => bodyId);
  const lines = new Set(waiting.map(({ line }) => line));
  return ({ bodyId, grantor, partOf }: Tier): boolean => {
    if (grantor === null || grantor === bodyId) return true;
    return partOf === null ? !holders.has(grantor) : !lines.has(partOf);
  };
};

const refuseCircle = (judge: SchemeJudge, tier: Tier): void =>
  judge.refuse(
    tier,
    'granted by',
    'circle-of-grants',
    'It and rows above it grant to each other in a circle: none of them begins at the portfolio, or at a body that nobody has limited.',
  );

const overlap = (a: Tier, b: Tier): boolean => {
  const inTime =
    (a.until === null || (b.from ?? '') < a.until) && (b.until === null || (a.from ?? '') < b.until);
  const { outcomes } = b;
  return (
    inTime && (a.outcomes === null || outcomes === null || a.outcomes.some((one) => outcomes.includes(one)))
  );
};

type Giving = Extract<PlannedRow, { does: 'give' }>;

/** The other row that grants for the same, for some of the same outcomes and time. Of two new ones the later repeats the earlier. */
const repeatedBy = (row: Giving, rivals: readonly PlannedRow[]): PlannedRow | undefined =>
  rivals.find(
    (other) =>
      other.tier.line !== row.tier.line &&
      (other.does === 'nothing' || (other.does === 'give' && other.tier.line < row.tier.line)) &&
      overlap(other.tier, row.tier),
  );

const withoutRepetition = (rows: readonly PlannedRow[]): readonly PlannedRow[] => {
  const bySubject = Map.groupBy(rows, ({ tier }) => subjectOfTier(tier));
  return rows.map((row): PlannedRow => {
    const other = row.does === 'give' && repeatedBy(row, bySubject.get(subjectOfTier(row.tier)) ?? []);
    if (!other) return row;
    const message = `Line ${other.tier.line} grants to the same body for the same domain and kind, and for some of the same outcomes and time. Keep one of the two, or part them by outcome or time.`;
    return {
      ...{ tier: row.tier, does: 'refuse', column: 'holder' },
      refusal: { code: 'row-repeated', message },
    };
  });
};

const wasLive = ({ grants, context: { at } }: SchemeFacts) => {
  const known = new Map(grants.map((grant) => [grant.grantId, grant]));
  const isLimited = isLimitedBy(known);
  return (grant: KnownGrant): boolean => isInForceOrToCome(chainOf(grant, known, isLimited), at);
};

/**
 * What importing a scheme would do. A row that is granted already changes nothing; one that says otherwise than the grant for the same
 * (holder, grantor, domains, kinds) replaces it; others are given. Every row is judged by the rules of giving a grant, in the world that
 * those before it leave; `revokeMissing` takes away, before anything is given, what no row names.
 */
export const planScheme = (
  tiers: readonly Tier[],
  facts: SchemeFacts,
  { revokeMissing }: Readonly<{ revokeMissing: boolean }>,
): SchemePlan => {
  const judge = new SchemeJudge(facts, tiers, revokeMissing);
  placeAll(judge, tiers);
  return { rows: withoutRepetition(judge.rows), missing: judge.missing(wasLive(facts)) };
};
