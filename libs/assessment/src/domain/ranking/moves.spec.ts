import { aRisingCriterion, aDefinition } from '../scoring-model/models.fixture';
import { movesOf, partsFor, type Step } from './moves';
import { placementsOf, type Placed } from './rank';
import { readyModel } from './ready-model';

const model = readyModel(aDefinition([aRisingCriterion()]));
const standing = (id: string, points?: string): Placed => ({
  id,
  name: id,
  placements: placementsOf(
    { id, name: id, ...(points === undefined ? {} : { wholeLifeCost: points }) },
    model,
  ),
});
const step = (number: number, id: string, points?: string): Step => ({
  number,
  id,
  after: standing(id, points),
});
const gone = (number: number, id: string): Step => ({ number, id, after: undefined });

const before = [standing('ferry', '4'), standing('bridge', '3'), standing('tunnel', '2')];
const parts = (wanted: string, steps: readonly Step[]) =>
  partsFor(wanted, before, steps, model).map(
    ({ number, id, score, places, turn }) => `${number} ${id} ${score.toString()} ${places} ${turn ?? '-'}`,
  );
const ends = (wanted: string, steps: readonly Step[]) => {
  const moved = movesOf(before, steps, model).find(({ id }) => id === wanted);
  return [moved?.then.position, moved?.now.position, moved?.then.score, moved?.now.score];
};

describe('what moved a component', () => {
  it('is an event of its own, by its score and by its places', () => {
    expect(parts('tunnel', [step(7, 'tunnel', '5')])).toEqual(['7 tunnel 3 2 -']);
    expect(ends('tunnel', [step(7, 'tunnel', '5')])).toEqual([3, 1, '2', '5']);
  });

  it('is an event of another one that comes past it, by a place and no score', () => {
    expect(parts('ferry', [step(7, 'tunnel', '5')])).toEqual(['7 tunnel 0 -1 -']);
    expect(parts('bridge', [step(7, 'ferry', '1')])).toEqual(['7 ferry 0 1 -']);
  });

  it('is nothing that happens above it or below it', () =>
    expect(parts('tunnel', [step(7, 'ferry', '3'), step(8, 'bridge', '4')])).toEqual([]));

  it('is each of several events, in their order, also where they take each other back', () =>
    expect(parts('bridge', [step(7, 'tunnel', '4'), step(8, 'tunnel', '1'), step(9, 'bridge', '5')])).toEqual(
      ['7 tunnel 0 -1 -', '8 tunnel 0 1 -', '9 bridge 2 1 -'],
    ));

  it('is that it came in, and that it got a rank', () =>
    expect(parts('new', [step(7, 'new'), step(8, 'new', '3')])).toEqual([
      '7 new 0 0 entered',
      '8 new 3 1 became-ranked',
    ]));

  it('is that it lost its rank, or left, below all that are ranked', () => {
    expect(parts('ferry', [step(7, 'ferry')])).toEqual(['7 ferry -4 -2 became-unranked']);
    expect(parts('ferry', [gone(7, 'ferry')])).toEqual(['7 ferry -4 -2 left']);
  });

  it('are others coming in while it has no rank, which sum with its own to the whole', () => {
    const steps = [step(7, 'ferry'), step(8, 'new', '1'), step(9, 'ferry', '4')];
    expect(parts('ferry', steps)).toEqual([
      '7 ferry -4 -2 became-unranked',
      '8 new 0 -1 entered',
      '9 ferry 4 3 became-ranked',
    ]);
    expect(ends('ferry', steps)).toEqual([1, 1, '4', '4']);
  });

  it('is one part where one event changed it twice', () =>
    expect(parts('tunnel', [step(7, 'tunnel', '3.5'), step(7, 'tunnel', '5')])).toEqual(['7 tunnel 3 2 -']));

  it('is one part with what became of it last, where one event brought it in and ranked it', () =>
    expect(parts('new', [step(7, 'new'), step(7, 'new', '3')])).toEqual(['7 new 3 1 became-ranked']));

  it('is a new name, too, where names decide', () => {
    const renamed = { ...standing('tunnel', '3'), name: 'a tunnel' };
    expect(parts('tunnel', [{ number: 7, id: 'tunnel', after: renamed }])).toEqual(['7 tunnel 1 1 -']);
  });

  it('is nothing of what did not happen', () => expect(parts('ferry', [])).toEqual([]));
});
