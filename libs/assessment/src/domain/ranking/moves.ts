import { Decimal, type DecimalText } from '@docket/kernel';
import { orderOf, type Standing } from './order';
import { profiler } from './profile';
import type { Placed } from './rank';
import type { ReadyModel } from './ready-model';
import { isRanked, standingOf } from './standings';

/** What one event made of one component: how it stands placed after it; undefined where it does not compete any more. */
export type Step = Readonly<{ number: number; id: string; after: Placed | undefined }>;

/**
 * What one event did to one component. `score`: how much it added (no score counts as 0). `places`: how many places it moved
 * the component up (negative: down), where a component stands one below all ranked ones that stand above it, and below all
 * ranked ones while it has no rank.
 */
export type Part = Readonly<{
  number: number;
  id: string;
  score: Decimal;
  places: number;
  turn: Turn | null;
}>;

/** That it came to compete for a place, or ceased to, or got a rank, or lost it. */
export type Turn = 'entered' | 'left' | 'became-ranked' | 'became-unranked';

/** Where a component stood at a moment; `position` as in `Part`, which is its rank where it has one. */
export type Stood = Readonly<{
  present: boolean;
  ranked: boolean;
  name: string | null;
  score: DecimalText | null;
  position: number;
}>;

/** A component then and now, and what its own events did; others' events did the rest of its places. */
export type Moved = Readonly<{ id: string; then: Stood; now: Stood; own: readonly Part[] }>;

/** Counts of numbered places, changed and summed in logarithmic time (a Fenwick tree). */
class Counts {
  private readonly tree: number[];
  total = 0;

  constructor(size: number) {
    this.tree = Array<number>(size + 1).fill(0);
  }

  add(place: number, by: number): void {
    this.total += by;
    for (let at = place + 1; at < this.tree.length; at += at & -at) this.tree[at] = (this.tree[at] ?? 0) + by;
  }

  /** How many stand at places before this one. */
  before(place: number): number {
    let sum = 0;
    for (let at = place; at > 0; at -= at & -at) sum += this.tree[at] ?? 0;
    return sum;
  }
}

type Timeline = Readonly<{
  before: ReadonlyMap<string, Standing>;
  steps: readonly Readonly<{ number: number; id: string; after: Standing | undefined }>[];
  /** The place of each standing in the order of all that ever stood in the interval; equal ones may have two. */
  placeOf: (standing: Standing) => number;
}>;

/** Profiles everything that stood in the interval once and orders it once. */
const timelineOf = (placed: readonly Placed[], steps: readonly Step[], model: ReadyModel): Timeline => {
  const profileFor = profiler(model);
  const before = new Map(placed.map((one) => [one.id, standingOf(one, profileFor)]));
  const after = steps.map(({ number, id, after: one }) => ({
    number,
    id,
    after: one && standingOf(one, profileFor),
  }));
  const all = [...before.values(), ...after.map((step) => step.after)].filter((one) => isRanked(one));
  const { compare } = orderOf(
    all.map(({ profile }) => profile),
    model,
  );
  const places = new Map(all.sort(compare).map((standing, place) => [standing, place]));
  return { before, steps: after, placeOf: (standing) => places.get(standing) ?? 0 };
};

const scoreOf = (standing: Standing | undefined): Decimal => standing?.profile.score ?? Decimal.zero;

/** The portfolio as it stands while its events are replayed. */
class Field {
  private readonly standings: Map<string, Standing>;
  private readonly counts: Counts;

  constructor(private readonly timeline: Timeline) {
    const { before, steps, placeOf } = timeline;
    this.standings = new Map(before);
    this.counts = new Counts(before.size + steps.length);
    for (const standing of before.values()) if (isRanked(standing)) this.counts.add(placeOf(standing), 1);
  }

  of(id: string): Standing | undefined {
    return this.standings.get(id);
  }

  /** One more than the ranked ones above it. */
  position(id: string): number {
    const standing = this.of(id);
    return 1 + (isRanked(standing) ? this.counts.before(this.timeline.placeOf(standing)) : this.counts.total);
  }

  stood(id: string): Stood {
    const standing = this.of(id);
    return {
      present: standing !== undefined,
      ranked: isRanked(standing),
      name: standing?.name ?? null,
      score: standing?.profile.shown.score ?? null,
      position: this.position(id),
    };
  }

  put(id: string, after: Standing | undefined): void {
    const former = this.of(id);
    if (isRanked(former)) this.counts.add(this.timeline.placeOf(former), -1);
    if (isRanked(after)) this.counts.add(this.timeline.placeOf(after), 1);
    if (after) this.standings.set(id, after);
    else this.standings.delete(id);
  }

  /** Whether a standing is ranked and above another; all ranked ones are above what has no rank. */
  isAbove(one: Standing | undefined, other: Standing | undefined): boolean {
    if (!isRanked(one)) return false;
    return !isRanked(other) || this.timeline.placeOf(one) < this.timeline.placeOf(other);
  }
}

const hasMoved = ({ score, places, turn }: Part): boolean => places !== 0 || !score.isZero || turn !== null;

/** What became of a component between two of its standings, beside its places. */
export const turnOf = (
  before: Readonly<{ present: boolean; ranked: boolean }>,
  after: Readonly<{ present: boolean; ranked: boolean }>,
): Turn | null => {
  if (before.present !== after.present) return after.present ? 'entered' : 'left';
  if (before.ranked !== after.ranked) return after.ranked ? 'became-ranked' : 'became-unranked';
  return null;
};

const seen = (standing: Standing | undefined) => ({
  present: standing !== undefined,
  ranked: isRanked(standing),
});

/** Several changes by one event are one part. */
const merged = (parts: readonly Part[]): readonly Part[] => {
  const byEvent = new Map<string, Part>();
  for (const part of parts) {
    const key = `${part.number} ${part.id}`;
    const known = byEvent.get(key);
    byEvent.set(
      key,
      known ? { ...part, score: known.score.plus(part.score), places: known.places + part.places } : part,
    );
  }
  return [...byEvent.values()].filter(hasMoved);
};

/** Carries a step out; what it did to its own component. */
const stepped = (field: Field, { number, id, after }: Timeline['steps'][number]): Part => {
  const [position, before] = [field.position(id), field.of(id)];
  field.put(id, after);
  const score = scoreOf(after).minus(scoreOf(before));
  const turn = turnOf(seen(before), seen(after));
  return { number, id, score, places: position - field.position(id), turn };
};

/**
 * How every component that stood at either end moved between two moments, with what its own events did. Steps come in the
 * order of their events. Each event is carried out once, in logarithmic time.
 */
export const movesOf = (
  placed: readonly Placed[],
  steps: readonly Step[],
  model: ReadyModel,
): readonly Moved[] => {
  const timeline = timelineOf(placed, steps, model);
  const field = new Field(timeline);
  const ids = [...new Set([...timeline.before.keys(), ...steps.map(({ id }) => id)])];
  const then = new Map(ids.map((id) => [id, field.stood(id)]));
  const own = new Map<string, Part[]>(ids.map((id) => [id, []]));
  for (const step of timeline.steps) own.get(step.id)?.push(stepped(field, step));
  return ids.map((id) => {
    const now = field.stood(id);
    return { id, then: then.get(id) ?? now, now, own: merged(own.get(id) ?? []) };
  });
};

/**
 * What every event of the portfolio did to one component, in order: an event of another one moves it down by standing above it
 * after and not before, up the other way round; its `turn` is what became of that other one. The parts sum to the whole, score and places, exactly.
 */
export const partsFor = (
  wanted: string,
  placed: readonly Placed[],
  steps: readonly Step[],
  model: ReadyModel,
): readonly Part[] => {
  const timeline = timelineOf(placed, steps, model);
  const field = new Field(timeline);
  return merged(
    timeline.steps.map((step) => {
      if (step.id === wanted) return stepped(field, step);
      const here = field.of(wanted);
      const former = field.of(step.id);
      const wasAbove = field.isAbove(former, here);
      field.put(step.id, step.after);
      const places = Number(wasAbove) - Number(field.isAbove(step.after, here));
      const turn = places === 0 ? null : turnOf(seen(former), seen(step.after));
      return { number: step.number, id: step.id, score: Decimal.zero, places, turn };
    }),
  ).filter(({ id, places }) => id === wanted || places !== 0);
};
