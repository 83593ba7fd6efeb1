import { Decimal } from '@docket/kernel';
import * as fc from 'fast-check';
import type { ProjectStatus } from '../project';
import type { Pooled } from './pooled';
import { rollUpOf, TALLYING, type Component } from './roll-up';
import { heldBy, subtreesOf, type TreeNode } from './subtrees';

const COUNTING: ReadonlySet<ProjectStatus> = new Set(['authorised', 'held', 'completed']);

const cents = (n: bigint) => `${n / 100n}.${(n % 100n).toString().padStart(2, '0')}`;
const amount = fc.option(fc.bigInt({ min: 0n, max: 10n ** 14n }).map(cents), { nil: undefined, freq: 3 });

/** A tree in which each node stands in one before it, or in the portfolio itself. */
const tree = fc.array(fc.nat(), { maxLength: 12 }).map((places) =>
  places.map((place, at): TreeNode => {
    const parent = place % (at + 1);
    return {
      id: `n${at}`,
      name: `N${place % 3}`,
      parent: parent === at ? null : `n${parent}`,
      status: 'open',
    };
  }),
);

const componentIn = (nodes: readonly TreeNode[]): fc.Arbitrary<Component> =>
  fc.record({
    status: fc.constantFrom<ProjectStatus[]>('proposed', 'authorised', 'held', 'completed', 'killed', 'left'),
    node: fc.constantFrom(null, ...nodes.map(({ id }) => id)),
    figures: fc.record({
      plannedValue: amount,
      earnedValue: amount,
      actualCost: amount,
      forecastCost: amount,
    }),
    expectedBenefits: amount,
  });

const portfolio = tree.chain((nodes) =>
  fc.record({ nodes: fc.constant(nodes), components: fc.array(componentIn(nodes), { maxLength: 25 }) }),
);

const told = (nodes: readonly TreeNode[], components: readonly Component[]) =>
  subtreesOf(nodes, components, TALLYING).map(({ node: { id }, held }) => ({ id, ...rollUpOf(held, 'GBP') }));

/** Whether a place is this node, or stands in it: by going up from the place, not down from the node. */
const isIn = (nodes: readonly TreeNode[], place: string | null, id: string): boolean =>
  place !== null && (place === id || isIn(nodes, nodes.find((one) => one.id === place)?.parent ?? null, id));

const added = (texts: readonly (string | undefined)[]): string | null => {
  const known = texts.filter((text) => text !== undefined);
  return known.length === 0
    ? null
    : known.reduce((sum, text) => sum.plus(Decimal.of(text)), Decimal.zero).toString();
};

describe('Over any tree', () => {
  it('a sum is that of all projects that stand anywhere in the node', () =>
    fc.assert(
      fc.property(portfolio, ({ nodes, components }) => {
        for (const { id, sums, components: numbers } of told(nodes, components)) {
          const within = components.filter(({ node }) => isIn(nodes, node, id));
          const counted = within.filter(({ status }) => COUNTING.has(status));
          expect(numbers.all).toBe(within.length);
          expect(sums.actualCost.value).toBe(added(counted.map(({ figures }) => figures.actualCost)));
          expect(sums.earnedValue.value).toBe(added(counted.map(({ figures }) => figures.earnedValue)));
          expect(sums.expectedBenefits.value).toBe(added(counted.map((one) => one.expectedBenefits)));
          expect(sums.plannedValue.coverage.eligible).toBe(counted.length);
        }
      }),
    ));

  it('an index is the quotient of sums over those that have both', () =>
    fc.assert(
      fc.property(portfolio, ({ nodes, components }) => {
        for (const { id, performance } of told(nodes, components)) {
          const both = components
            .filter(({ node, status }) => isIn(nodes, node, id) && COUNTING.has(status))
            .flatMap(({ figures: { earnedValue: ev, actualCost: ac } }) =>
              ev === undefined || ac === undefined ? [] : [[Decimal.of(ev), Decimal.of(ac)] as const],
            );
          const cost = Decimal.sum(both.map(([, ac]) => ac));
          const value = Decimal.sum(both.map(([ev]) => ev));
          const index = performance.costPerformanceIndex;
          expect(index.coverage.used).toBe(both.length);
          expect(index.value).toBe(cost.isZero ? null : value.dividedBy(cost, 12).toString());
        }
      }),
    ));

  it('the whole is the sum of its parts: of the nodes at the top, and of what stands beside them', () =>
    fc.assert(
      fc.property(portfolio, ({ nodes, components }) => {
        const direct = components.filter(({ node }) => node === null);
        const whole = rollUpOf(heldBy(TALLYING, components), 'GBP');
        const tops = new Set(nodes.filter(({ parent }) => parent === null).map(({ id }) => id));
        const parts = [
          rollUpOf(heldBy(TALLYING, direct), 'GBP'),
          ...told(nodes, components).filter(({ id }) => tops.has(id)),
        ];
        const sumOf = (figures: readonly Pooled[]) => added(figures.map(({ value }) => value ?? undefined));
        expect(whole.sums.forecastCost.value).toBe(sumOf(parts.map(({ sums }) => sums.forecastCost)));
        expect(whole.components.all).toBe(parts.reduce((sum, { components: { all } }) => sum + all, 0));
      }),
    ));

  it('nothing depends on the order in which nodes were added and projects placed', () =>
    fc.assert(
      fc.property(
        portfolio.chain(({ nodes, components }) =>
          fc.record({
            before: fc.constant({ nodes, components }),
            nodes: fc.shuffledSubarray(nodes, { minLength: nodes.length }),
            components: fc.shuffledSubarray(components, { minLength: components.length }),
          }),
        ),
        ({ before, nodes, components }) =>
          expect(told(nodes, components)).toEqual(told(before.nodes, before.components)),
      ),
    ));
});
