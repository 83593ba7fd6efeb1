import fc from 'fast-check';
import type { MeasuredComponent } from '../measures/measures';
import type { ModelDefinition } from '../scoring-model/scoring-model.events';
import { bySize, changesOf, withChange } from './change';
import { inputs, model, modelWithRatio, names, portfolio } from './generated-portfolios.fixture';
import { profiler } from './profile';
import { placementsOf, rankPlaced, type Placed } from './rank';
import { readyModel, type ReadyModel } from './ready-model';
import { smallestSwap } from './swap';

const placedAll = (components: readonly MeasuredComponent[], ready: ReadyModel): readonly Placed[] =>
  components.map((component) => ({
    id: component.id,
    name: component.name,
    placements: placementsOf(component, ready),
  }));

type Two = readonly [MeasuredComponent, MeasuredComponent];

const isAbove = (all: readonly Placed[], ready: ReadyModel, [one, other]: Two) => {
  const ranked = rankPlaced(all, ready).flatMap(({ id, rank }) => (rank === null ? [] : [id]));
  return ranked.includes(one.id) && ranked.includes(other.id)
    ? ranked.indexOf(one.id) < ranked.indexOf(other.id)
    : undefined;
};

type Asked = Readonly<{
  components: readonly MeasuredComponent[];
  definition: ModelDefinition;
  at: number;
  isLower: boolean;
}>;

/** Two neighbours of a generated portfolio, either of them asked for. */
const neighbours = ({ components, definition, at, isLower }: Asked) => {
  const ready = readyModel(definition);
  const all = placedAll(components, ready);
  const ranked = rankPlaced(all, ready).filter(({ rank }) => rank !== null);
  fc.pre(ranked.length > 1);
  const upper = at % (ranked.length - 1);
  const byId = (index: number) => components.find(({ id }) => id === ranked[index]?.id);
  const [above, below] = [byId(upper), byId(upper + 1)];
  if (!above || !below) throw new Error('Two ranked ones are there.');
  return { ready, all, pair: isLower ? ([below, above] as const) : ([above, below] as const) };
};

/** Measured all over again, with the changed component in the place of the one before. */
const made = (components: readonly MeasuredComponent[], changed: MeasuredComponent, ready: ReadyModel) =>
  placedAll(
    components.map((one) => (one.id === changed.id ? changed : one)),
    ready,
  );

const swapsAndIsSmallest = (asked: Asked): string | undefined => {
  const { ready, all, pair } = neighbours(asked);
  const [here, there] = pair;
  const swap = smallestSwap(all, { here, there }, ready);
  const profileFor = profiler(ready);
  const changes = pair.flatMap((one) => changesOf(one, { model: ready, profileFor })).sort(bySize(here.id));
  const does = (change: (typeof changes)[number]) =>
    isAbove(withChange(all, change), ready, pair) === asked.isLower;
  expect(swap?.change.changed).toEqual(changes.find(does)?.changed);
  if (!swap) return undefined;
  const after = made(asked.components, swap.change.component, ready);
  expect(isAbove(after, ready, pair)).toBe(asked.isLower);
  expect(swap.rows).toEqual(rankPlaced(after, ready));
  return swap.change.input;
};

const at = { at: fc.nat(), isLower: fc.boolean() };

describe('the smallest change that swaps two neighbours', () => {
  it('swaps them when it is made, and no smaller one does: 1,000 random pairs', () => {
    let swaps = 0;
    fc.assert(
      fc.property(fc.record({ components: portfolio(10), definition: model, ...at }), (asked) => {
        if (swapsAndIsSmallest(asked)) swaps += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(swaps).toBeGreaterThan(700);
  }, 60_000);

  it('swaps them through all that an input feeds, and through means: 1,000 random pairs of cases', () => {
    const cases = fc
      .array(fc.tuple(names, inputs), { minLength: 2, maxLength: 8 })
      .map((all) => all.map(([name, given], index) => ({ id: `c${index}`, name, ...given })));
    const by = new Map<string, number>();
    fc.assert(
      fc.property(fc.record({ components: cases, definition: modelWithRatio, ...at }), (asked) => {
        const input = swapsAndIsSmallest(asked) ?? 'none';
        by.set(input, (by.get(input) ?? 0) + 1);
      }),
      { numRuns: 1_000 },
    );
    for (const input of ['expected-benefits', 'case-cost', 'one-rating', 'delivery-confidence'])
      expect([input, (by.get(input) ?? 0) > 20]).toEqual([input, true]);
    expect(by.get('none') ?? 0).toBeLessThan(300);
  }, 60_000);
});
