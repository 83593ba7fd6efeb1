import { aCriterion, aDefinition } from '../scoring-model/models.fixture';
import type { MeasuredComponent } from '../measures/measures';
import { placementsOf, type Placed } from './rank';
import { readyModel } from './ready-model';
import { smallestSwap } from './swap';
import { smallestLift } from './lift';

const model = readyModel(
  aDefinition([
    aCriterion({ id: 'cost', name: 'Cost', weight: '0.6' }),
    aCriterion({ id: 'slip', name: 'Slip', weight: '0.4', measure: 'budget-variance' }),
  ]),
);
const placed = (id: string, cost: string, variance?: string): Placed => {
  const figures: Partial<MeasuredComponent> =
    variance === undefined ? {} : { budget: '1', forecast: `${1 + Number(variance)}` };
  return { id, name: id, placements: placementsOf({ id, name: id, wholeLifeCost: cost, ...figures }, model) };
};

const swap = (all: readonly Placed[], here: string, there: string) => {
  const of = (id: string) => all.find((one) => one.id === id) ?? placed(id, '0');
  const found = smallestSwap(all, { here: of(here), there: of(there) }, model);
  if (!found) return undefined;
  const { id, criterion, target, effect } = found.change;
  const ranks = found.rows.map(({ id: of_, rank }) => `${rank ?? '–'} ${of_}`);
  return [`${id} ${criterion.criterion.id} ${target.bound} ${target.value} ${effect.toString()}`, ...ranks];
};

describe('the smallest swap', () => {
  it('is the smallest change of either that puts them in the other order', () =>
    expect(swap([placed('a', '3', '3'), placed('b', '3', '2')], 'b', 'a')).toEqual([
      'b cost from 4 0.6',
      '1 b',
      '2 a',
    ]));

  it('is of the component asked for where both could', () => {
    const all = [placed('a', '3', '3'), placed('b', '3', '2')];
    expect(swap(all, 'a', 'b')?.[0]).toBe('a cost below 3 0.6');
    expect(swap(all, 'b', 'a')?.[0]).toBe('b cost from 4 0.6');
  });

  it('may be a tie that later keys decide', () =>
    expect(swap([placed('a', '2', '2'), placed('b', '2', '2')], 'b', 'a')).toEqual([
      'b slip from 3 0.4',
      '1 b',
      '2 a',
    ]));

  it('may bring one past others, too', () =>
    expect(swap([placed('a', '4', '1'), placed('b', '4', '1'), placed('c', '4', '0')], 'c', 'b')).toEqual([
      'c cost from 5 0.6',
      '1 c',
      '2 a',
      '3 b',
    ]));

  it('is none where no single change is enough', () =>
    expect(swap([placed('a', '5', '5'), placed('b', '0', '0')], 'b', 'a')).toBeUndefined());

  it('gives no value to what has none', () =>
    expect(swap([placed('a', '5'), placed('b', '5')], 'b', 'a')?.[0]).toBe('a cost below 5 1'));
});

describe('the smallest lift', () => {
  const all = [placed('a', '4', '4'), placed('b', '3')];
  const lift = (isThere: (rank: number | null) => boolean) => {
    const found = smallestLift(all, 'b', model, (rows) =>
      isThere(rows.find(({ id }) => id === 'b')?.rank ?? null),
    );
    return found && `${found.change.criterion.criterion.id} ${found.change.target.value}`;
  };

  it('may give a value to what has none', () => expect(lift((rank) => rank === 1)).toBe('cost 5'));
  it('is none where no single change gets there', () => expect(lift((rank) => rank === 7)).toBeUndefined());
  it('is none for what is not there', () =>
    expect(smallestLift(all, 'c', model, () => true)).toBeUndefined());
});
