import fc from 'fast-check';
import { Decimal } from '@docket/kernel';
import type { MeasuredComponent } from '../measures/measures';
import { figures, model, names } from './generated-portfolios.fixture';
import { rank } from './rank';

const component = fc
  .tuple(figures, fc.record({ id: fc.uuid(), name: names }))
  .map(([given, named]): MeasuredComponent => ({ ...given, ...named }));
const components: fc.Arbitrary<MeasuredComponent[]> = fc.uniqueArray(component, {
  selector: ({ id }) => id,
  maxLength: 30,
});

describe('whatever is ranked', () => {
  it('has contributions that sum to the score exactly', () =>
    fc.assert(
      fc.property(components, model, (all, definition) => {
        for (const { score, contributions } of rank(all, definition))
          expect(Decimal.sum(contributions.map(({ points }) => Decimal.of(points))).toString()).toBe(
            score ?? '0',
          );
      }),
    ));

  it('keeps the order of two components when another one comes in', () =>
    fc.assert(
      fc.property(components, component, model, (all, newcomer, definition) => {
        fc.pre(all.every(({ id }) => id !== newcomer.id));
        const without = rank(all, definition).map(({ id }) => id);
        const withIt = rank([...all, newcomer], definition).map(({ id }) => id);
        expect(withIt.filter((id) => id !== newcomer.id)).toEqual(without);
      }),
    ));

  it('keeps the score of a component when another one comes in', () =>
    fc.assert(
      fc.property(components, component, model, (all, newcomer, definition) => {
        const scores = (of: readonly MeasuredComponent[]) =>
          new Map(rank(of, definition).map(({ id, score }) => [id, score]));
        const [before, after] = [scores(all), scores([...all, newcomer])];
        for (const { id } of all.filter((one) => one.id !== newcomer.id))
          expect(after.get(id)).toBe(before.get(id));
      }),
    ));

  it('comes out the same in whatever order it comes in', () =>
    fc.assert(
      fc.property(
        components.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        model,
        ([all, shuffled], definition) => expect(rank(shuffled, definition)).toEqual(rank(all, definition)),
      ),
    ));

  it('has ranks 1 to n without gaps, the unranked after them', () =>
    fc.assert(
      fc.property(components, model, (all, definition) => {
        const ranks = rank(all, definition).map((row) => row.rank);
        const ranked = ranks.filter((one) => one !== null);
        expect(ranks).toEqual([
          ...ranked.map((_, index) => index + 1),
          ...ranks.slice(ranked.length).map(() => null),
        ]);
      }),
    ));

  it('tells every row from its neighbours by its tie-break path', () =>
    fc.assert(
      fc.property(components, model, (all, definition) => {
        const paths = rank(all, definition)
          .filter((row) => row.rank !== null)
          .map(({ tieBreak }) => tieBreak.map((key) => JSON.stringify(key)));
        const pairs = paths.slice(1).map((path, index) => [paths[index] ?? [], path] as const);
        for (const [above, below] of pairs)
          expect(above.slice(0, below.length)).not.toEqual(below.slice(0, above.length));
      }),
    ));
});
