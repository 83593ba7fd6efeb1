import { aRisingCriterion, aDefinition } from '../scoring-model/models.fixture';
import type { MeasuredComponent } from '../measures/measures';
import { placementsOf, type Placed } from './rank';
import { readyModel } from './ready-model';
import { smallestSwap } from './swap';
import { smallestLift } from './lift';

const model = readyModel(
  aDefinition([
    aRisingCriterion({ id: 'cost', name: 'Cost', weight: '0.6' }),
    aRisingCriterion({ id: 'slip', name: 'Slip', weight: '0.4', measure: 'budget-variance' }),
  ]),
);
const component = (id: string, cost: string, variance?: string): MeasuredComponent => {
  const figures: Partial<MeasuredComponent> =
    variance === undefined ? {} : { budget: '1', forecast: `${1 + Number(variance)}` };
  return { id, name: id, wholeLifeCost: cost, ...figures };
};
const placedOf = (all: readonly MeasuredComponent[]): readonly Placed[] =>
  all.map((one) => ({ id: one.id, name: one.name, placements: placementsOf(one, model) }));

const swap = (all: readonly MeasuredComponent[], here: string, there: string) => {
  const of = (id: string) => all.find((one) => one.id === id) ?? component(id, '0');
  const found = smallestSwap(placedOf(all), { here: of(here), there: of(there) }, model);
  if (!found) return undefined;
  const { id, input, to, effect } = found.change;
  const ranks = found.rows.map(({ id: of_, rank }) => `${rank ?? '–'} ${of_}`);
  return [`${id} ${input} ${to} ${effect.toString()}`, ...ranks];
};

describe('the smallest swap', () => {
  it('is the smallest change of either that puts them in the other order', () =>
    expect(swap([component('a', '3', '3'), component('b', '3', '2')], 'b', 'a')).toEqual([
      'b reported-cost 4 0.6',
      '1 b',
      '2 a',
    ]));

  it('is of the component asked for where both could', () => {
    const all = [component('a', '3', '3'), component('b', '3', '2')];
    expect(swap(all, 'a', 'b')?.[0]).toBe('a reported-cost 2.99 0.6');
    expect(swap(all, 'b', 'a')?.[0]).toBe('b reported-cost 4 0.6');
  });

  it('may be a tie that later keys decide', () =>
    expect(swap([component('a', '2', '2'), component('b', '2', '2')], 'b', 'a')).toEqual([
      'b budget 0.75 0.4',
      '1 b',
      '2 a',
    ]));

  it('may bring one past others, too', () =>
    expect(
      swap([component('a', '4', '1'), component('b', '4', '1'), component('c', '4', '0')], 'c', 'b'),
    ).toEqual(['c reported-cost 5 0.6', '1 c', '2 a', '3 b']));

  it('is none where no single change is enough', () =>
    expect(swap([component('a', '5', '5'), component('b', '0', '0')], 'b', 'a')).toBeUndefined());

  it('gives no value to what has none', () =>
    expect(swap([component('a', '5'), component('b', '5')], 'b', 'a')?.[0]).toBe('a reported-cost 4.99 1'));
});

describe('the smallest lift', () => {
  const all = [component('a', '4', '4'), component('b', '3')];
  const lift = (isThere: (rank: number | null) => boolean) => {
    const [, b] = all;
    if (!b) throw new Error('It is there.');
    const found = smallestLift({ placed: placedOf(all), component: b, model }, (rows) =>
      isThere(rows.find(({ id }) => id === 'b')?.rank ?? null),
    );
    return found && `${found.change.input} ${found.change.to}`;
  };

  it('may give a value to what has none', () => expect(lift((rank) => rank === 1)).toBe('reported-cost 5'));
  it('is none where no single change gets there', () => expect(lift((rank) => rank === 7)).toBeUndefined());
});
