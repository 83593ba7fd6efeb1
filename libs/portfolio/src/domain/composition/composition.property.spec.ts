import * as fc from 'fast-check';
import type { CompositionCommand } from './composition.commands';
import { decider } from './composition.decider';
import { LEVELS } from './composition.policy';
import { add, close, move, portfolioId, rename } from './composition.scenes';
import { openBelow, pathToTop } from './composition.state';

const at = '2026-03-02T09:00:00.000Z';
const context = { actor: 'ada', reach: 'anything', at, now: at, origin: 'live' } as const;

const after = (commands: readonly CompositionCommand[]) =>
  commands.reduce((state, command) => {
    const verdict = decider.decide(command, state, context);
    return verdict.outcome === 'accepted' ? verdict.events.reduce(decider.evolve, state) : state;
  }, decider.initialState());

describe('Whatever is added and moved in a long chain', () => {
  const node = fc.integer({ min: 1, max: 30 }).map((n) => `node ${n}`);
  const place = fc.oneof({ weight: 5, arbitrary: node }, { weight: 1, arbitrary: fc.constant(portfolioId) });
  const asked: fc.Arbitrary<CompositionCommand> = fc.oneof(
    { weight: 2, arbitrary: fc.tuple(node, place).map(([one, parent]) => add(one, parent)) },
    { weight: 1, arbitrary: fc.tuple(node, place).map(([id, parent]) => move(id, parent)) },
  );
  const grown = Array.from({ length: 15 }, (_, n) =>
    add(`node ${n + 1}`, n === 0 ? portfolioId : `node ${n}`),
  );

  it('no node stands below the last level there is', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 60 }), (commands) => {
        const state = after([...grown, ...commands]);
        for (const id of state.nodes.keys()) expect(pathToTop(state, id).length).toBeLessThanOrEqual(LEVELS);
      }),
      { numRuns: 300 },
    ));
});

describe('Whatever is asked of a composition', () => {
  const name = fc.constantFrom('Roads', 'Rail', 'Bridges', 'Piers', 'Water');
  const node = name.map((one) => one.toLowerCase());
  const place = fc.oneof(node, fc.constant(portfolioId));
  const asked: fc.Arbitrary<CompositionCommand> = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(name, place).map(([one, parent]) => add(one, parent)) },
    fc.tuple(node, name).map(([id, one]) => rename(id, one)),
    { weight: 3, arbitrary: fc.tuple(node, place).map(([id, parent]) => move(id, parent)) },
    node.map((id) => close(id)),
  );

  it('the same asked again changes nothing or is refused', () =>
    fc.assert(
      fc.property(fc.array(asked), asked, (before, last) => {
        const verdict = decider.decide(last, after([...before, last]), context);
        expect(verdict.outcome === 'refused' || verdict.events.length === 0).toBe(true);
      }),
    ));

  it('every node stands, by however many others, in the portfolio itself: there is no circle', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 60 }), (commands) => {
        const state = after(commands);
        for (const id of state.nodes.keys()) expect(pathToTop(state, id).at(-1)?.parent).toBeNull();
      }),
      { numRuns: 500 },
    ));

  it('a place has each name once, and what is open stands in nothing closed', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 60 }), (commands) => {
        const state = after(commands);
        for (const parent of [null, ...state.nodes.keys()]) {
          const names = openBelow(state, parent).map((one) => one.name.toLowerCase());
          expect(new Set(names).size).toBe(names.length);
        }
        const below = [...state.nodes.values()].filter(({ status }) => status === 'open');
        const closed = below.filter(({ parent }) => parent && state.nodes.get(parent)?.status !== 'open');
        expect(closed).toEqual([]);
      }),
    ));
});
