import fc from 'fast-check';
import type { MeasuredComponent } from '../measures/measures';
import { bySize, changesOf, withChange } from './change';
import { model, portfolio } from './generated-portfolios.fixture';
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

const isAbove = (all: readonly Placed[], ready: ReadyModel, [one, other]: readonly [Placed, Placed]) => {
  const order = rankPlaced(all, ready).map(({ id }) => id);
  return order.indexOf(one.id) < order.indexOf(other.id);
};

/** Two neighbours of a generated portfolio, either of them asked for. */
const pair = fc.record({ components: portfolio(10), definition: model, at: fc.nat(), isLower: fc.boolean() });

describe('the smallest change that swaps two neighbours', () => {
  it('swaps them when it is made, and no smaller one does: 1,000 random pairs', () => {
    let swaps = 0;
    fc.assert(
      fc.property(pair, ({ components, definition, at, isLower }) => {
        const ready = readyModel(definition);
        const all = placedAll(components, ready);
        const ranked = rankPlaced(all, ready).filter(({ rank }) => rank !== null);
        fc.pre(ranked.length > 1);
        const upper = at % (ranked.length - 1);
        const byId = (index: number) => all.find(({ id }) => id === ranked[index]?.id);
        const [above, below] = [byId(upper), byId(upper + 1)];
        if (!above || !below) throw new Error('Two ranked ones are there.');
        const [here, there] = isLower ? [below, above] : [above, below];
        const swap = smallestSwap(all, { here, there }, ready);
        const profileFor = profiler(ready);
        const changes = [here, there]
          .flatMap((one) => changesOf(one, { model: ready, profileFor }))
          .sort(bySize(here.id));
        const doing = changes.filter(
          (change) => isAbove(withChange(all, change), ready, [here, there]) === isLower,
        );
        expect(swap?.change.changed).toEqual(doing[0]?.changed);
        if (!swap) return;
        swaps += 1;
        expect(isAbove(withChange(all, swap.change), ready, [here, there])).toBe(isLower);
        expect(swap.rows).toEqual(rankPlaced(withChange(all, swap.change), ready));
        for (const smaller of changes.filter((one) => one.effect.compare(swap.change.effect) < 0))
          expect(isAbove(withChange(all, smaller), ready, [here, there])).toBe(!isLower);
      }),
      { numRuns: 1_000 },
    );
    expect(swaps).toBeGreaterThan(700);
  }, 60_000);
});
