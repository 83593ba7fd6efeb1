import { Decimal, measuredInWords, rounded, type DecimalText } from '@docket/kernel';
import { shownMean } from '../../domain/assessment/mean-rating';
import { measuredOn, type MeasuredComponent } from '../../domain/measures/measures';
import type { Change, Target } from '../../domain/ranking/change';
import type { RankedRow } from '../../domain/ranking/rank';
import type { Measure } from '../../domain/scoring-model/scoring-model.events';
import { valueOf } from '../explain/explain';

/** Where a component stands, as far as a change is told. */
export type Placing = Readonly<{ id: string; name: string; rank: number | null; score: DecimalText | null }>;

/** A value before a change; all null where there is none. */
export type ValueBefore = Readonly<{
  value: string | null;
  scale: string | null;
  points: DecimalText | null;
  meaning: string | null;
}>;

/** A value after a change: exactly it, from it on, or just below it. */
export type ValueAfter = Readonly<Pick<Target, 'value' | 'scale' | 'bound' | 'points' | 'meaning'>>;

/**
 * One figure of one component put on another step of its scale. `effect` is by how much its weighted contribution moves,
 * either way; `after` is where those concerned then stand, with everything ranked again.
 */
export type ToldChange = Readonly<{
  component: Readonly<{ id: string; name: string }>;
  criterion: string;
  name: string;
  measure: Measure;
  unit: string | null;
  from: ValueBefore;
  to: ValueAfter;
  contribution: Readonly<{ before: DecimalText | null; after: DecimalText | null }>;
  effect: DecimalText;
  after: readonly Placing[];
}>;

export const placingOf = ({ id, name, rank, score }: RankedRow): Placing => ({ id, name, rank, score });

const contributionTo = (criterion: string, of: Pick<RankedRow, 'contributions'> | undefined) =>
  of?.contributions.find((each) => each.criterion === criterion)?.points ?? null;

const before = ({ criterion: { criterion, place } }: Change, component: MeasuredComponent): ValueBefore => {
  const measured = measuredOn(criterion, component);
  const placement = place(measured);
  const anchor = 'anchor' in placement ? placement.anchor : undefined;
  const points = 'mean' in placement ? shownMean(placement.mean.points) : anchor?.points.toString();
  return {
    ...valueOf(measured),
    points: points ?? null,
    meaning: anchor?.meaning ?? null,
  };
};

type Ranked = Readonly<{ before: readonly RankedRow[]; after: readonly RankedRow[] }>;

/** A change as an answer tells it; `concerned` are the components whose new places it names. */
export const toldChange = (
  change: Change,
  component: MeasuredComponent,
  ranked: Ranked,
  concerned: readonly string[],
): ToldChange => {
  const { criterion } = change.criterion;
  const { value, scale, bound, points, meaning } = change.target;
  const rowIn = (rows: readonly RankedRow[], id: string) => rows.find((row) => row.id === id);
  return {
    component: { id: component.id, name: component.name },
    criterion: criterion.id,
    name: criterion.name,
    measure: criterion.measure,
    unit: criterion.scale.kind === 'bands' ? criterion.scale.unit : null,
    from: before(change, component),
    to: { value, scale, bound, points, meaning },
    contribution: {
      before: contributionTo(criterion.id, rowIn(ranked.before, component.id)),
      after: contributionTo(criterion.id, rowIn(ranked.after, component.id)),
    },
    effect: change.effect.toString(),
    after: concerned.flatMap((id) => {
      const row = rowIn(ranked.after, id);
      return row ? [placingOf(row)] : [];
    }),
  };
};

const BOUND = { exactly: 'at ', from: 'from ', below: 'below ' } as const;

const valueAfter = ({ to, unit }: ToldChange): string =>
  `${BOUND[to.bound]}${measuredInWords(to.value, unit)}${to.bound === 'from' ? ' on' : ''}`;

const valueBefore = ({ from, unit }: ToldChange): string =>
  from.value === null ? 'no value' : measuredInWords(from.value, unit);

const byHowMuch = ({ contribution: { before: was, after } }: ToldChange): string => {
  if (was === null || after === null) return 'which gives it a score';
  const difference = Decimal.of(after).minus(Decimal.of(was));
  return `which ${difference.isNegative ? 'takes' : 'adds'} ${rounded(difference.absolute().toString(), 3)}`;
};

/** A change in words: whose figure, from what to what, what it means there, and what that adds or takes. */
export const changeInWords = (told: ToldChange): string =>
  `${told.name} of “${told.component.name}” ${valueAfter(told)} instead of ${valueBefore(told)} ` +
  `(${told.to.meaning.replace(/[.\s]+$/, '')}), ${byHowMuch(told)}`;

/** Where those concerned then stand, in words. */
export const placesInWords = ({ after }: ToldChange): string =>
  after.map(({ name, rank }) => `“${name}” stands ${rank ?? 'unranked'}`).join(' and ');
