import { Decimal, type Policy } from '@docket/kernel';
import { credited } from './credit';
import { factsOf } from './measure-facts';
import type { Criterion, RatedLevel } from './scoring-model.events';

export type DirectionRefusal = 'scale-rewards-the-worse';

type Step = Readonly<{ points: string; meaning: string }>;
type Pair = Readonly<{ worse: Step; better: Step }>;

const creditOf = ({ direction, scale }: Criterion, { points }: Step): Decimal =>
  credited(direction, Decimal.of(scale.maximum), Decimal.of(points));

/** The first two neighbours, in order from the worst to the best, of which the better one counts less. */
const turnedOver = (criterion: Criterion, steps: readonly Step[]): Pair | undefined => {
  for (const [index, better] of steps.entries()) {
    const worse = steps[index - 1];
    if (worse && creditOf(criterion, worse).compare(creditOf(criterion, better)) > 0)
      return { worse, better };
  }
  return undefined;
};

const HELP = {
  cost: 'In the direction cost points say how much there is, and less is better turns them over: maximum less points is counted. Give the worse more points, or let the direction be benefit.',
  benefit:
    'In the direction benefit points are counted as they are. Give the better more points, or let the direction be cost.',
} as const;

const refusal = (criterion: Criterion, { worse, better }: Pair, rule: string) => {
  const { name, direction } = criterion;
  const counting = (step: Step) =>
    `"${step.meaning}" with ${step.points} points counts ${creditOf(criterion, step).toString()}`;
  return {
    code: 'scale-rewards-the-worse' as const,
    message: `On "${name}" ${rule}, but ${counting(better)}, and ${counting(worse)}. ${HELP[direction]}`,
  };
};

/** Of a measure of which more, or less, is better, no better value counts less than a worse one. */
export const bandsRewardTheBetter: Policy<Criterion, DirectionRefusal> = (criterion) => {
  const { scale, measure } = criterion;
  const { better } = factsOf(measure);
  if (scale.kind !== 'bands' || better === null) return undefined;
  const found = turnedOver(criterion, better === 'more' ? scale.bands : scale.bands.toReversed());
  return found && refusal(criterion, found, `${better} is better (${measure})`);
};

/** Of the levels of one version of a scale, best first, no better one counts less than a worse one. */
export const levelsRewardTheBetter = (
  criterion: Criterion,
  scale: string,
  levels: readonly RatedLevel[],
): ReturnType<Policy<Criterion, DirectionRefusal>> => {
  const found = turnedOver(criterion, levels.toReversed());
  const best = levels.map(({ rating }) => rating).join(', ');
  return found && refusal(criterion, found, `the ratings of ${scale} are, best first, ${best}`);
};
