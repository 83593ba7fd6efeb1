import fc from 'fast-check';
import { Decimal } from '@docket/kernel';
import type { MeasuredComponent } from '../measures/measures';
import { figures, model, portfolio } from './generated-portfolios.fixture';
import { movesOf, partsFor, type Step } from './moves';
import { placementsOf, rankPlaced, type Placed } from './rank';
import { readyModel, type ReadyModel } from './ready-model';

/** What an event makes of a component: other figures, or nothing, where it leaves. New ones come in. */
const event = fc.record({ who: fc.nat(14), leaves: fc.integer({ min: 0, max: 4 }), figures });
type Happened = typeof event extends fc.Arbitrary<infer E> ? E : never;
const events = fc.array(event, { maxLength: 30 });

const placed = (component: MeasuredComponent, ready: ReadyModel): Placed => ({
  id: component.id,
  name: component.name,
  placements: placementsOf(component, ready),
});

type History = Readonly<{ before: readonly Placed[]; steps: readonly Step[]; after: readonly Placed[] }>;

const historyOf = (
  components: readonly MeasuredComponent[],
  happened: readonly Happened[],
  ready: ReadyModel,
): History => {
  const before = components.map((one) => placed(one, ready));
  const standing = new Map(before.map((one) => [one.id, one]));
  const steps = happened.map(({ who, leaves, figures: given }, index): Step => {
    const id = `c${who}`;
    const after = leaves === 0 ? undefined : placed({ id, name: `Name ${who % 3}`, ...given }, ready);
    if (after) standing.set(id, after);
    else standing.delete(id);
    return { number: 10 + index, id, after };
  });
  return { before, steps, after: [...standing.values()] };
};

const sumOf = (parts: readonly Readonly<{ score: Decimal; places: number }>[]) => ({
  score: Decimal.sum(parts.map(({ score }) => score)).toString(),
  places: parts.reduce((sum, { places }) => sum + places, 0),
});

/** Rank by ranking everything: what the replay must come to. One without a rank stands below all that have one. */
const positionIn = (all: readonly Placed[], id: string, ready: ReadyModel) => {
  const rows = rankPlaced(all, ready);
  const row = rows.find((one) => one.id === id);
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  return { position: row?.rank ?? ranked + 1, score: row?.score ?? null };
};

describe('whatever happened between two moments', () => {
  it('is where both rankings, made by themselves, have it', () =>
    fc.assert(
      fc.property(portfolio(12), events, model, (components, happened, definition) => {
        const ready = readyModel(definition);
        const { before, steps, after } = historyOf(components, happened, ready);
        for (const { id, then, now } of movesOf(before, steps, ready)) {
          expect({ position: then.position, score: then.score }).toEqual(positionIn(before, id, ready));
          expect({ position: now.position, score: now.score }).toEqual(positionIn(after, id, ready));
        }
      }),
    ));

  it('has parts that sum to the whole exactly, in score and in places', () =>
    fc.assert(
      fc.property(portfolio(12), events, model, (components, happened, definition) => {
        const ready = readyModel(definition);
        const { before, steps } = historyOf(components, happened, ready);
        for (const { id, then, now, own } of movesOf(before, steps, ready)) {
          const parts = partsFor(id, before, steps, ready);
          const score = Decimal.of(now.score ?? '0').minus(Decimal.of(then.score ?? '0'));
          expect(sumOf(parts)).toEqual({ score: score.toString(), places: then.position - now.position });
          expect(sumOf(own).score).toBe(score.toString());
          expect(parts.filter((part) => part.id === id)).toEqual(own);
        }
      }),
    ));

  it('gives each part what ranking before and after its event gives', () =>
    fc.assert(
      fc.property(portfolio(8), events, model, (components, happened, definition) => {
        const ready = readyModel(definition);
        const { before, steps } = historyOf(components, happened, ready);
        const parts = partsFor('c0', before, steps, ready);
        const standing = new Map(before.map((one) => [one.id, one]));
        for (const { number, id, after } of steps) {
          const was = positionIn([...standing.values()], 'c0', ready);
          if (after) standing.set(id, after);
          else standing.delete(id);
          const is = positionIn([...standing.values()], 'c0', ready);
          expect(parts.find((part) => part.number === number)?.places ?? 0).toBe(was.position - is.position);
        }
      }),
      { numRuns: 60 },
    ));
});
