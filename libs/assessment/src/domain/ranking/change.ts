import { Decimal, type DecimalText } from '@docket/kernel';
import { NUMBER_INPUTS, type Input, type InputChange } from '../measures/inputs';
import type { MeasuredComponent } from '../measures/measures';
import { contributionChanges } from './contribution-change';
import { confidenceChanges, ratingChanges } from './judged-change';
import { numberChanges } from './number-change';
import { keyOf, type Profile } from './profile';
import { placementsOf, type Placed } from './rank';
import type { Placement, ReadyCriterion, ReadyModel } from './ready-model';

/**
 * A change of one input that puts one criterion or more on another step, measured again: where the component then stands, and
 * by how much its weighted contributions move, either way, all added up. `lead` is the criterion that moves most.
 */
export type Change = InputChange &
  Readonly<{ id: string; lead: ReadyCriterion; effect: Decimal; changed: Placed; profile: Profile }>;

export type Changing = Readonly<{
  model: ReadyModel;
  profileFor: (placements: readonly Placement[]) => Profile;
  /** Whether inputs without a value are given one. Else what was not reported stays so. */
  fillsGaps?: boolean;
}>;

const pointsOf = ({ shares }: Profile, criterion: string): Decimal =>
  shares.find((share) => share.criterion === criterion)?.points ?? Decimal.zero;

/** By how much each contribution moves, either way. */
const effectsOf = (before: Profile, after: Profile, { criteria }: ReadyModel): readonly Decimal[] =>
  criteria.map(({ criterion: { id } }) => pointsOf(after, id).minus(pointsOf(before, id)).absolute());

const isMissing = (placement: Placement | undefined): boolean => !placement || 'missing' in placement;

/** No value is taken away, and an input without one is given it only for a criterion that lacks it. */
const isAllowed = (
  { from }: InputChange,
  before: readonly Placement[],
  after: readonly Placement[],
): boolean => {
  const takesAway = after.some((placement, at) => isMissing(placement) && !isMissing(before[at]));
  const fills = after.some((placement, at) => !isMissing(placement) && isMissing(before[at]));
  return !takesAway && (from !== null || fills);
};

/** The criterion that moves most; of equal ones the one put on another step, then the heavier, then the first. */
const leadOf = (
  effects: readonly Decimal[],
  moved: readonly boolean[],
  { criteria, byWeight }: ReadyModel,
): ReadyCriterion | undefined => {
  const [lead] = [...byWeight].sort(
    (a, b) =>
      (effects[b] ?? Decimal.zero).compare(effects[a] ?? Decimal.zero) || Number(moved[b]) - Number(moved[a]),
  );
  return lead === undefined ? undefined : criteria[lead];
};

/** Every change of one input of a component that puts a criterion on another step of its scale and takes no value away. */
export const changesOf = (
  component: MeasuredComponent,
  { model, profileFor, fillsGaps = false }: Changing,
): readonly Change[] => {
  const { id, name } = component;
  const placements = placementsOf(component, model);
  const before = profileFor(placements);
  const reached = new Set<string>();
  const inputs = [
    ...numberChanges(component, model, fillsGaps),
    ...confidenceChanges(component, model, fillsGaps),
    ...contributionChanges(component, model, fillsGaps),
    ...ratingChanges(component, model, fillsGaps),
  ];
  return inputs.flatMap((change): readonly Change[] => {
    const after = placementsOf(change.component, model);
    const reach = `${change.input} ${after.map(keyOf).join()}`;
    const moved = after.map((placement, at) => keyOf(placement) !== keyOf(placements[at] ?? placement));
    if (!isAllowed(change, placements, after) || !moved.includes(true) || reached.has(reach)) return [];
    reached.add(reach);
    const profile = profileFor(after);
    const effects = effectsOf(before, profile, model);
    const lead = leadOf(effects, moved, model);
    if (!lead) return [];
    const changed = { id, name, placements: after };
    return [{ ...change, id, lead, effect: Decimal.sum(effects), changed, profile }];
  });
};

const byShare = (a: Decimal | undefined, b: Decimal | undefined): number => {
  if (!a || !b) return Number(!a) - Number(!b);
  return a.compare(b);
};

const byText = (a: DecimalText, b: DecimalText): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * Smallest effect first; of equal ones the component named first, then the heavier criterion, then by its name; then the amount that
 * changes by the smaller share of itself, then the input, the assessor or objective and the value as they are written.
 */
export const bySize =
  (first: string) =>
  (a: Change, b: Change): number =>
    a.effect.compare(b.effect) ||
    Number(b.id === first) - Number(a.id === first) ||
    b.lead.weight.compare(a.lead.weight) ||
    byText(a.lead.criterion.name, b.lead.criterion.name) ||
    byShare(a.share, b.share) ||
    ORDER.indexOf(a.input) - ORDER.indexOf(b.input) ||
    byText(a.assessor ?? '', b.assessor ?? '') ||
    byText(a.objective?.name ?? '', b.objective?.name ?? '') ||
    byText(a.to, b.to);

/** Of inputs that are alike in all else: one person's rating before that of all. */
const ORDER: readonly Input[] = [
  ...NUMBER_INPUTS,
  'delivery-confidence',
  'contribution',
  'one-rating',
  'all-ratings',
];

/** All with one of them changed. */
export const withChange = (placed: readonly Placed[], { changed }: Change): readonly Placed[] =>
  placed.map((one) => (one.id === changed.id ? changed : one));
