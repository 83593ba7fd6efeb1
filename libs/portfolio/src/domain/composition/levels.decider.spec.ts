import { specFor } from '@docket/kernel/testing';
import { decider } from './composition.decider';
import type { CompositionCommand } from './composition.commands';
import type { CompositionEvent } from './composition.events';
import { LEVELS } from './composition.policy';
import { add, added, close, move, portfolioId, rename } from './composition.scenes';
import { evolve, initialState, levelsFrom } from './composition.state';

const { given } = specFor(decider);

/** Nodes each in the one before: `of(12)` reaches down to level 12; the first stands in `parent`. */
const chain = (name: string, levels: number, parent: string | null = null): readonly CompositionEvent[] =>
  Array.from({ length: levels }, (_, at) => {
    const before = at === 0 ? parent : `${name.toLowerCase()}-${at}`;
    return added(`${name}-${at + 1}`, before);
  });
const full = chain('A', LEVELS);
const moved = (nodeId: string, parent: string | null): CompositionEvent => ({
  type: 'NodeMoved',
  data: { portfolioId, nodeId, parent },
});
const closed = (nodeId: string): CompositionEvent => ({
  type: 'NodeClosed',
  data: { portfolioId, nodeId, reason: 'Merged.' },
});
const refusalOf = (history: readonly CompositionEvent[], command: CompositionCommand): string => {
  const at = '2026-03-02T09:00:00.000Z';
  const context = { actor: 'ada', reach: 'anything', at, now: at, origin: 'live' } as const;
  const verdict = decider.decide(command, history.reduce(evolve, initialState()), context);
  return verdict.outcome === 'refused' ? verdict.refusal.message : '';
};

describe('the levels of a composition', () => {
  it('are twelve', () => expect(LEVELS).toBe(12));

  it('may all be used, and no more', () => {
    given(...full.slice(0, -1))
      .when(add('A-12', 'a-11'))
      .then(added('A-12', 'a-11'));
    given(...full)
      .when(add('Deep', 'a-12'))
      .thenRefused('too-many-levels');
    expect(refusalOf(full, add('Deep', 'a-12'))).toBe(
      '"Deep" would reach down to level 13: a portfolio has at most 12. Choose a place higher up.',
    );
  });

  it('count what stands in a node that is moved', () => {
    const two = [...full.slice(0, 10), ...chain('B', 2)];
    given(...two)
      .when(move('b-1', 'a-10'))
      .then(moved('b-1', 'a-10'));
    const three = [...full.slice(0, 10), ...chain('B', 3)];
    given(...three)
      .when(move('b-1', 'a-10'))
      .thenRefused('too-many-levels');
    expect(refusalOf(three, move('b-1', 'a-10'))).toBe(
      '"B-1" with what stands in it would reach down to level 13: a portfolio has at most 12. Choose a place higher up.',
    );
  });

  it('do not count what is closed', () =>
    given(...full.slice(0, 10), ...chain('B', 3), closed('b-3'))
      .when(move('b-1', 'a-10'))
      .then(moved('b-1', 'a-10')));

  it('are told after a circle, which no place higher up would mend', () =>
    given(...full)
      .when(move('a-1', 'a-12'))
      .thenRefused('circle-of-portfolios'));
});

describe('a composition that is deeper than the limit, from before there was one', () => {
  const old = chain('A', 20);

  it('may be renamed and closed', () => {
    given(...old)
      .when(rename('a-20', 'Last'))
      .then({ type: 'NodeRenamed', data: { portfolioId, nodeId: 'a-20', name: 'Last' } });
    given(...old)
      .when(close('a-20'))
      .then(closed('a-20'));
  });

  it('may be moved to where it lies no deeper, and nowhere deeper', () => {
    given(...old)
      .when(move('a-10', 'a-3'))
      .then(moved('a-10', 'a-3'));
    given(...old, added('B', 'a-9'), added('C', 'b'))
      .when(move('a-10', 'b'))
      .thenRefused('too-many-levels');
  });

  it('takes nothing more in below the limit', () =>
    given(...old)
      .when(add('Deep', 'a-15'))
      .thenRefused('too-many-levels'));

  it('is counted without filling the stack, however deep', () => {
    const state = chain('A', 3_000).reduce(evolve, initialState());
    expect(levelsFrom(state, 'a-1')).toBe(3_000);
    expect(levelsFrom(state, 'a-3000')).toBe(1);
  });
});
