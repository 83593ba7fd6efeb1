import { Decimal } from '@docket/kernel';
import type { Placement, ReadyModel } from './ready-model';

/** What a criterion with a value adds, and what it could have added at most. */
export type Share = Readonly<{ criterion: string; name: string; points: Decimal; possible: Decimal }>;

const shown = (value: Decimal): string => value.rounded(2).toString();

const percent = (share: Decimal): string => `${share.times(Decimal.of(100)).rounded(1).toString()} %`;

const missingOf = (placements: readonly Placement[], { criteria }: ReadyModel): readonly string[] =>
  placements.flatMap((placement, index) =>
    'missing' in placement ? [`${criteria[index]?.criterion.name ?? ''} (${placement.missing})`] : [],
  );

const largest = (shares: readonly Share[], of: (share: Share) => Decimal): Share | undefined =>
  shares.reduce<Share | undefined>(
    (best, share) => (best && of(best).compare(of(share)) >= 0 ? best : share),
    undefined,
  );

const lost = ({ points, possible }: Share): Decimal => possible.minus(points);

const told = ({ name, points, possible }: Share): string =>
  `${name} (${shown(points)} of ${shown(possible)})`;

const balance = (best: Share | undefined, worst: Share | undefined): string => {
  const lifts = best && !best.points.isZero;
  const costs = worst && !lost(worst).isZero;
  if (lifts && costs && best === worst) return `Moved most by ${told(best)}, for and against`;
  return [
    lifts ? `Lifted most by ${told(best)}` : 'Lifted by nothing',
    costs ? `held back most by ${told(worst)}` : 'held back by nothing',
  ].join('; ');
};

/** Why a ranked component stands where it stands: what lifts it most, what it loses most on, what is missing. */
export const reasonRanked = (
  placements: readonly Placement[],
  shares: readonly Share[],
  model: ReadyModel,
): string => {
  const missing = missingOf(placements, model);
  const without = missing.length > 0 ? `; without ${missing.join(', ')}` : '';
  const [best, worst] = [largest(shares, ({ points }) => points), largest(shares, lost)];
  return `${balance(best, worst)}${without}.`;
};

/** Why a component is not ranked: how little of the weight has a value, and which values are missing. */
export const reasonUnranked = (
  placements: readonly Placement[],
  coverage: Decimal,
  model: ReadyModel,
): string =>
  `Not ranked: values for ${percent(coverage)} of the weight, the model asks for ${percent(model.minimumCoverage)}. ` +
  `Missing: ${missingOf(placements, model).join(', ')}.`;
