import { Decimal } from '@docket/kernel';
import type { ReadyModel } from './ready-model';
import type { Standing } from './standing';

const shown = (value: Decimal): string => value.rounded(2).toString();

const percent = (share: Decimal): string => `${share.times(Decimal.of(100)).rounded(1).toString()} %`;

const missingOf = ({ placements }: Standing, { criteria }: ReadyModel): readonly string[] =>
  placements.flatMap((placement, index) =>
    'missing' in placement ? [`${criteria[index]?.criterion.name ?? ''} (${placement.missing})`] : [],
  );

type Share = Readonly<{ name: string; points: Decimal; lost: Decimal; possible: Decimal }>;

/** What each present criterion added, and what it could have added at most. */
const sharesOf = ({ contributions, placements }: Standing, { criteria }: ReadyModel): readonly Share[] => {
  const present = Decimal.sum(
    criteria.flatMap(({ weight }, index) => (contributions[index] ? [weight] : [])),
  );
  return criteria.flatMap(({ criterion, weight, maximum }, index) => {
    const points = contributions[index];
    if (!points || !placements[index]) return [];
    const possible = weight.times(maximum).dividedBy(present, 12);
    return [{ name: criterion.name, points, possible, lost: possible.minus(points) }];
  });
};

const largest = (shares: readonly Share[], of: (share: Share) => Decimal): Share | undefined =>
  shares.reduce<Share | undefined>(
    (best, share) => (best && of(best).compare(of(share)) >= 0 ? best : share),
    undefined,
  );

const told = ({ name, points, possible }: Share): string =>
  `${name} (${shown(points)} of ${shown(possible)})`;

const balance = (best: Share | undefined, worst: Share | undefined): string => {
  const lifts = best && !best.points.isZero;
  const costs = worst && !worst.lost.isZero;
  if (lifts && costs && best === worst) return `Moved most by ${told(best)}, for and against`;
  return [
    lifts ? `Lifted most by ${told(best)}` : 'Lifted by nothing',
    costs ? `held back most by ${told(worst)}` : 'held back by nothing',
  ].join('; ');
};

/** Why a ranked component stands where it stands: what lifts it most, what it loses most on, what is missing. */
export const reasonRanked = (standing: Standing, model: ReadyModel): string => {
  const shares = sharesOf(standing, model);
  const missing = missingOf(standing, model);
  const without = missing.length > 0 ? `; without ${missing.join(', ')}` : '';
  return `${balance(
    largest(shares, ({ points }) => points),
    largest(shares, ({ lost }) => lost),
  )}${without}.`;
};

/** Why a component is not ranked: how little of the weight has a value, and which values are missing. */
export const reasonUnranked = (standing: Standing, model: ReadyModel): string =>
  `Not ranked: values for ${percent(standing.coverage)} of the weight, the model asks for ${percent(model.minimumCoverage)}. ` +
  `Missing: ${missingOf(standing, model).join(', ')}.`;
