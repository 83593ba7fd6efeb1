import type { DecimalText } from '@docket/kernel';
import { shownMean } from '../../domain/assessment/mean-rating';
import type { Input } from '../../domain/measures/inputs';
import {
  measuredOn,
  RATIO_PLACES,
  type Measured,
  type MeasuredComponent,
} from '../../domain/measures/measures';
import type { Change } from '../../domain/ranking/change';
import { keyOf } from '../../domain/ranking/profile';
import type { RankedRow } from '../../domain/ranking/rank';
import type { Placement, ReadyCriterion, ReadyModel } from '../../domain/ranking/ready-model';
import type { Measure } from '../../domain/scoring-model/scoring-model.events';
import { anchorOf, valueOf } from '../explain/explain';

/** Where a component stands, as far as a change is told. */
export type Placing = Readonly<{ id: string; name: string; rank: number | null; score: DecimalText | null }>;

/**
 * What a component has on a criterion; all null where it has nothing. `scale` is the version a rating stands in; `shown` is the
 * value for people: of a number as few decimals, two or more, as it takes to stand on the same step.
 */
export type ValueOn = Readonly<{
  value: string | null;
  shown: string | null;
  scale: string | null;
  points: DecimalText | null;
  meaning: string | null;
}>;

/** What a change does to one criterion. `unit` is that of its bands; contributions are null where there is no score. */
export type ToldEffect = Readonly<{
  criterion: string;
  name: string;
  measure: Measure;
  unit: string | null;
  from: ValueOn;
  to: ValueOn;
  contribution: Readonly<{ before: DecimalText | null; after: DecimalText | null }>;
}>;

/** Another component that moves, too. */
export type AlsoMoved = Readonly<{ id: string; name: string; before: number | null; after: number | null }>;

/**
 * One input of one component at another value, and all that it does, measured and ranked again. `from` is null where there was
 * no value; amounts are in `currency`, to the cent. `objective` is of a contribution, whose `from` and `to` are levels; `criterion` and `assessor` are of ratings; where assessors are not to be named, `assessor` is
 * null and `from` and `to` are means. `effect` is by how much weighted contributions move, either way, added up.
 * `alongside` is what the case has in parts, to add up to the new amount. `before` and `after` are where those concerned stand, `others` who else gets another rank.
 */
export type ToldChange = Readonly<{
  component: Readonly<{ id: string; name: string }>;
  input: Input;
  currency: string;
  criterion: string | null;
  assessor: string | null;
  objective: Readonly<{ id: string; name: string }> | null;
  from: string | null;
  to: string;
  alongside: 'budget-by-year' | 'benefits' | null;
  criteria: readonly ToldEffect[];
  effect: DecimalText;
  before: readonly Placing[];
  after: readonly Placing[];
  others: readonly AlsoMoved[];
}>;

export const placingOf = ({ id, name, rank, score }: RankedRow): Placing => ({ id, name, rank, score });

const contributionTo = (criterion: string, of: Pick<RankedRow, 'contributions'> | undefined) =>
  of?.contributions.find((each) => each.criterion === criterion)?.points ?? null;

const isAt = (placement: Placement, other: Placement): boolean => keyOf(placement) === keyOf(other);

/** From as many decimals on. */
const FEWEST = 2;

const shownOf = ({ criterion, place }: ReadyCriterion, measured: Measured): string | null => {
  if (measured.kind === 'rated') return measured.mean.rounded(FEWEST).toString();
  if (measured.kind !== 'number') return valueOf(measured).value;
  const fewest = criterion.scale.kind === 'bands' && criterion.scale.unit === 'ratio' ? FEWEST + 1 : FEWEST;
  const places = Array.from({ length: RATIO_PLACES - fewest }, (_, at) => fewest + at);
  const rounded = places.map((count) => measured.value.rounded(count));
  const same = rounded.find((value) => isAt(place({ kind: 'number', value }), place(measured)));
  return (same ?? measured.value).toString();
};

const valueOn = (ready: ReadyCriterion, component: MeasuredComponent): ValueOn => {
  const measured = measuredOn(ready.criterion, component);
  const anchor = anchorOf(ready.place(measured), ready.criterion.scale);
  return {
    ...valueOf(measured),
    shown: shownOf(ready, measured),
    points: anchor?.points ?? null,
    meaning: anchor?.meaning ?? null,
  };
};

type Ranked = Readonly<{ before: readonly RankedRow[]; after: readonly RankedRow[] }>;

/** What a change is told from: the component before it, both rankings, and those whose places are asked for. */
export type Telling = Readonly<{
  component: MeasuredComponent;
  model: ReadyModel;
  ranked: Ranked;
  concerned: readonly string[];
  currency: string;
  /** Assessors are named to those who govern, not in a letter to a proposer. */
  namesAssessors: boolean;
}>;

const isOther = (from: ValueOn, to: ValueOn): boolean => from.value !== to.value || from.points !== to.points;

const effectsOf = (change: Change, { component, model, ranked }: Telling): readonly ToldEffect[] => {
  const rowIn = (rows: readonly RankedRow[]) => rows.find(({ id }) => id === component.id);
  const [before, after] = [rowIn(ranked.before), rowIn(ranked.after)];
  const told = model.criteria.map((ready) => {
    const { id, name, measure, scale } = ready.criterion;
    return {
      ...{ criterion: id, name, measure, unit: scale.kind === 'bands' ? scale.unit : null },
      from: valueOn(ready, component),
      to: valueOn(ready, change.component),
      contribution: { before: contributionTo(id, before), after: contributionTo(id, after) },
    };
  });
  const lead = change.lead.criterion.id;
  return told
    .filter(({ from, to }) => isOther(from, to))
    .sort((a, b) => Number(b.criterion === lead) - Number(a.criterion === lead));
};

/** Who else gets another rank, in the order of the ranking before. */
const othersOf = ({ ranked, concerned }: Telling): readonly AlsoMoved[] => {
  const after = new Map(ranked.after.map(({ id, rank }) => [id, rank]));
  return ranked.before.flatMap(({ id, name, rank }): readonly AlsoMoved[] => {
    const now = after.get(id) ?? null;
    return now === rank || concerned.includes(id) ? [] : [{ id, name, before: rank, after: now }];
  });
};

/** One person's points, or, where nobody is to be named, the means they make. */
const fromAndTo = (change: Change, { component, namesAssessors }: Telling) => {
  const { assessor, criterion = '', from, to } = change;
  if (assessor === undefined || namesAssessors) return { from, to };
  const meanOf = (of: MeasuredComponent) => {
    const rated = of.ratings?.get(criterion);
    return rated ? shownMean(rated.mean) : null;
  };
  return { from: meanOf(component), to: meanOf(change.component) ?? to };
};

const alongside = ({ input, component: { inParts } }: Change): ToldChange['alongside'] => {
  if (input === 'case-cost' && inParts?.cost) return 'budget-by-year';
  return input === 'expected-benefits' && inParts?.benefits ? 'benefits' : null;
};

/** A change as an answer tells it. */
export const toldChange = (change: Change, telling: Telling): ToldChange => {
  const { component, ranked, concerned, currency, namesAssessors } = telling;
  const placings = (rows: readonly RankedRow[]) =>
    concerned.flatMap((id) => rows.filter((row) => row.id === id).map(placingOf));
  const { input, criterion = null, assessor = null, objective = null } = change;
  const isAll = input === 'one-rating' && !namesAssessors;
  return {
    component: { id: component.id, name: component.name },
    input: isAll ? 'all-ratings' : input,
    ...{ currency, criterion, assessor: namesAssessors ? assessor : null, objective },
    ...fromAndTo(change, telling),
    alongside: alongside(change),
    criteria: effectsOf(change, telling),
    effect: change.effect.toString(),
    before: placings(ranked.before),
    after: placings(ranked.after),
    others: othersOf(telling),
  };
};
