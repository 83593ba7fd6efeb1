import { Decimal, type DecimalText } from '@docket/kernel';

/** Why a component has no alignment. */
export type NoAlignment = 'no-objectives' | 'nothing-weighed' | 'nothing-confirmed';

/** An active objective; `weight` is null while nobody has weighed it. */
export type WeighedObjective = Readonly<{ id: string; weight: DecimalText | null }>;

/** The level at which a contribution is confirmed, on a version of the scale. */
export type ConfirmedLevel = Readonly<{ scale: string; level: number }>;

/** An active, weighed objective to one component; `confirmed` is null while no contribution to it is. */
export type Servable = Readonly<{
  id: string;
  name: string;
  weight: DecimalText;
  confirmed: ConfirmedLevel | null;
}>;

/** A confirmed contribution with the alignment its level stands for, 0 to 100. */
export type ConfirmedContribution = Readonly<{ objectiveId: string; alignment: DecimalText }>;

/** The alignment of one component; of `value` and `reason` exactly one is null. */
export type AlignmentFigure = Readonly<{
  /** 0 to 100, exact decimal text, at most 12 places. */
  value: DecimalText | null;
  reason: NoAlignment | null;
  /** Of the weighed objectives those with a confirmed contribution. */
  coverage: Readonly<{ used: number; eligible: number }>;
}>;

const PLACES = 12;

const whyNone = (active: readonly WeighedObjective[], weighed: number): NoAlignment => {
  if (active.length === 0) return 'no-objectives';
  return weighed === 0 ? 'nothing-weighed' : 'nothing-confirmed';
};

/**
 * How well a component is aligned with the strategy, a of the alignment index: Σ(w·v) / Σw, where v is the alignment its
 * confirmed contribution stands for, and both w run over the active objectives that are weighed. An objective it is not
 * confirmed to serve adds nothing above and its weight below. Claims, retired and unweighed objectives count nowhere; where
 * nothing that counts is confirmed the figure is not available, never 0.
 */
export const alignmentOf = (
  active: readonly WeighedObjective[],
  confirmed: readonly ConfirmedContribution[],
): AlignmentFigure => {
  const weights = new Map(
    active.flatMap(({ id, weight }) => (weight === null ? [] : [[id, Decimal.of(weight)] as const])),
  );
  const parts = confirmed.flatMap(({ objectiveId, alignment }) => {
    const weight = weights.get(objectiveId);
    return weight ? [weight.times(Decimal.of(alignment))] : [];
  });
  const coverage = { used: parts.length, eligible: weights.size };
  if (parts.length === 0) return { value: null, reason: whyNone(active, weights.size), coverage };
  const value = Decimal.sum(parts).dividedBy(Decimal.sum([...weights.values()]), PLACES);
  return { value: value.toString(), reason: null, coverage };
};
