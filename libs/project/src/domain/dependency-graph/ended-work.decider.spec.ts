import { specFor } from '@docket/kernel/testing';
import { dependencyDecider as decider } from '.';
import { declare, declared, end, refusalOf, remove, removed } from './dependency-graph.scenes';

const { given } = specFor(decider);

describe('a dependency on what has ended', () => {
  const ENDED = ['withdrawn', 'rejected', 'killed', 'completed', 'left'] as const;

  it.each(['proposed', 'authorised', 'held'] as const)('is none while it is %s', (status) =>
    given()
      .when(declare('a', 'requires', 'b', { to: end('b', status) }))
      .then(declared('a', 'requires', 'b')),
  );

  it('is met by what is completed, where that is waited for', () => {
    given()
      .when(declare('a', 'requires', 'b', { to: end('b', 'completed') }))
      .then(declared('a', 'requires', 'b'));
    given()
      .when(declare('a', 'finish-before-start', 'b', { from: end('a', 'completed') }))
      .then(declared('a', 'finish-before-start', 'b'));
  });

  it.each(ENDED.filter((status) => status !== 'completed'))('cannot be met by what is %s', (status) => {
    given()
      .when(declare('a', 'requires', 'b', { to: end('b', status) }))
      .thenRefused('dependency-on-ended');
    given()
      .when(declare('a', 'finish-before-start', 'b', { from: end('a', status) }))
      .thenRefused('dependency-on-ended');
  });

  it.each(ENDED)('is none of what is %s itself: it waits for nothing', (status) => {
    given()
      .when(declare('a', 'requires', 'b', { from: end('a', status) }))
      .thenRefused('dependency-on-ended');
    given()
      .when(declare('a', 'finish-before-start', 'b', { to: end('b', status) }))
      .thenRefused('dependency-on-ended');
  });

  it.each(ENDED)('together with it, or excluding it, nothing can be chosen: %s', (status) => {
    for (const kind of ['together-with', 'excludes'] as const)
      for (const ends of [{ from: end('a', status) }, { to: end('b', status) }])
        given()
          .when(declare('a', kind, 'b', ends))
          .thenRefused('dependency-on-ended');
  });

  it.each([
    [
      'withdrawn',
      '"Courts" is withdrawn: "Register" would wait for it for ever. Name a project that stands, or is completed.',
    ],
    [
      'left',
      '"Courts" has left the portfolio: "Register" would wait for it for ever. Name a project that stands, or is completed.',
    ],
  ] as const)('is told with what became of it: %s', (status, said) =>
    expect(refusalOf(declare('a', 'requires', 'b', { to: end('b', status) }))).toBe(said),
  );

  it('may be taken back', () =>
    given(declared('a', 'requires', 'b'))
      .when(remove('a', 'requires', 'b'))
      .then(removed('a', 'requires', 'b')));
});
