import {
  canonicalJson,
  Decimal,
  isDecimal,
  unreachable,
  type DecimalText,
  type Policy,
} from '@docket/kernel';
import { bandsRewardTheBetter, type DirectionRefusal } from './direction.policy';
import { factsOf } from './measure-facts';
import type { AnchoredScale, Band, Criterion } from './scoring-model.events';

/** Why the scale of a criterion does not anchor it. */
export type ScaleRefusal =
  | 'scale-empty'
  | 'scale-does-not-fit-measure'
  | 'meaning-missing'
  | 'points-out-of-range'
  | 'level-twice'
  | 'bound-not-a-decimal'
  | 'scale-has-gap'
  | 'scale-overlaps'
  | 'anchors-too-few'
  | 'anchors-out-of-order'
  | DirectionRefusal;

type ScalePolicy = Policy<Criterion, ScaleRefusal>;
type Anchor = Readonly<{ points: DecimalText; meaning: string }>;

const anchorsOf = (scale: AnchoredScale): readonly Anchor[] => {
  switch (scale.kind) {
    case 'levels':
      return scale.levels;
    case 'bands':
      return scale.bands;
    case 'anchors':
      return scale.anchors;
    default:
      return unreachable(scale);
  }
};
const bandsOf = (scale: AnchoredScale): readonly Band[] => (scale.kind === 'bands' ? scale.bands : []);

const fitsItsMeasure: ScalePolicy = ({ name, measure, scale }) =>
  scale.kind === factsOf(measure).kind
    ? undefined
    : {
        code: 'scale-does-not-fit-measure',
        message: `"${name}" measures ${measure}, which is read on ${factsOf(measure).kind}, not on ${scale.kind}.`,
      };

const hasAnchors: ScalePolicy = ({ name, scale }) =>
  anchorsOf(scale).length > 0
    ? undefined
    : {
        code: 'scale-empty',
        message: `The scale of "${name}" has no ${scale.kind}: say what each means and is worth.`,
      };

const anchorsHaveAMeaning: ScalePolicy = ({ name, scale }) =>
  anchorsOf(scale).every(({ meaning }) => meaning.trim() !== '')
    ? undefined
    : {
        code: 'meaning-missing',
        message: `Not every step of the scale of "${name}" says what it means: that is its anchor.`,
      };

const pointsLieOnTheScale: ScalePolicy = ({ name, scale }) => {
  const { maximum } = scale;
  if (!isDecimal(maximum) || Decimal.of(maximum).compare(Decimal.zero) <= 0)
    return {
      code: 'points-out-of-range',
      message: `The maximum of "${name}" is ${canonicalJson(maximum)}: it must be above 0.`,
    };
  const top = Decimal.of(maximum);
  const stray = anchorsOf(scale).find(
    ({ points }) =>
      !isDecimal(points) || Decimal.of(points).isNegative || Decimal.of(points).compare(top) > 0,
  );
  return (
    stray && {
      code: 'points-out-of-range',
      message: `"${stray.meaning}" is worth ${canonicalJson(stray.points)} points on "${name}", whose scale goes from 0 to ${maximum}.`,
    }
  );
};

const levelsAreDistinct: ScalePolicy = ({ name, scale }) => {
  const seen = new Set<string>();
  const again = (scale.kind === 'levels' ? scale.levels : []).find(
    (level) => seen.size === seen.add(canonicalJson([level.scale, level.rating])).size,
  );
  return (
    again && {
      code: 'level-twice',
      message: `"${name}" says twice what the rating "${again.rating}" of the scale ${again.scale} is worth: keep one.`,
    }
  );
};

const boundsAreDecimals: ScalePolicy = ({ name, scale }) => {
  const stray = bandsOf(scale)
    .flatMap(({ from, below }) => [from, below])
    .find((bound) => bound !== null && !isDecimal(bound));
  return stray === undefined
    ? undefined
    : {
        code: 'bound-not-a-decimal',
        message: `A band of "${name}" is bounded by ${canonicalJson(stray)}: a bound is a decimal, or null for none.`,
      };
};

const numberLineIsCovered: ScalePolicy = ({ name, scale }) => {
  const bands = bandsOf(scale);
  const open = openEnd(bands);
  if (open !== undefined)
    return {
      code: 'scale-has-gap',
      message: `The bands of "${name}" leave an end of the line open: ${open}`,
    };
  for (const [index, { below }] of bands.entries()) {
    const next = bands[index + 1];
    const found = next && seam(name, bands[index]?.from ?? null, below, next.from);
    if (found) return found;
  }
  return undefined;
};

/** The end of the line that no band reaches, and the bound that would reach it. */
const openEnd = (bands: readonly Band[]): string | undefined => {
  const [first, last] = [bands[0]?.from ?? null, bands.at(-1)?.below ?? null];
  if (first !== null)
    return `nothing stands below ${first}. The first band needs from null instead of ${first}.`;
  if (last !== null)
    return `nothing stands from ${last} on. The last band needs below null instead of ${last}.`;
  return undefined;
};

/** Two bands that share values, or lie in the wrong order, told by the bounds between them. */
const overlap = (
  name: string,
  from: DecimalText | null,
  below: DecimalText | null,
  next: DecimalText | null,
): string => {
  if (below === null)
    return `Bands of "${name}" overlap: one has no end (below null), and another follows from ${next ?? 'null'}. Only the last is without an end.`;
  if (next === null)
    return `Bands of "${name}" overlap: one ends below ${below}, the next has no beginning (from null). Let it start from ${below}.`;
  return from !== null && Decimal.of(from).compare(Decimal.of(below)) >= 0
    ? `A band of "${name}" starts from ${from} and ends below ${below}: no value lies in it. Let it end above ${from}.`
    : `Bands of "${name}" overlap from ${next} to ${below}: one ends below ${below}, the next starts from ${next}. Let it start from ${below}.`;
};

/** How a band ends and the next begins: half-open bands meet in one number. */
const seam = (
  name: string,
  from: DecimalText | null,
  below: DecimalText | null,
  next: DecimalText | null,
) => {
  const overlaps = {
    code: 'scale-overlaps' as const,
    message: overlap(name, from, below, next),
  };
  if (below === null || next === null) return overlaps;
  const end = Decimal.of(below);
  if (from !== null && Decimal.of(from).compare(end) >= 0) return overlaps;
  const order = Decimal.of(next).compare(end);
  if (order < 0) return overlaps;
  if (order === 0) return undefined;
  return {
    code: 'scale-has-gap' as const,
    message: `The bands of "${name}" leave a gap from ${below} to ${next}: start the next band where the one before ends.`,
  };
};

const ratingsCanDiffer: ScalePolicy = ({ name, scale }) =>
  scale.kind !== 'anchors' || scale.anchors.length > 1
    ? undefined
    : {
        code: 'anchors-too-few',
        message: `The scale of "${name}" has a single anchor, on which nobody can rate one thing better than another: give two or more.`,
      };

const anchorsRise: ScalePolicy = ({ name, scale }) => {
  const points = scale.kind === 'anchors' ? scale.anchors.map((anchor) => Decimal.of(anchor.points)) : [];
  const at = points.findIndex((one, index) => index > 0 && one.compare(points[index - 1] ?? one) <= 0);
  return at < 0
    ? undefined
    : {
        code: 'anchors-out-of-order',
        message: `On "${name}" the anchor of ${points[at]?.toString()} points follows that of ${points[at - 1]?.toString()}: name each number of points once, in rising order.`,
      };
};

/** What must hold of the scale of every criterion; asked in this order. */
export const scalePolicies: readonly ScalePolicy[] = [
  fitsItsMeasure,
  hasAnchors,
  anchorsHaveAMeaning,
  pointsLieOnTheScale,
  levelsAreDistinct,
  boundsAreDecimals,
  numberLineIsCovered,
  ratingsCanDiffer,
  anchorsRise,
  bandsRewardTheBetter,
];
