import { specFor } from '@docket/kernel/testing';
import {
  DEPENDENCY_KINDS,
  DependencyGraph,
  dependencyDecider as decider,
  type DependencyCommand,
  type DependencyEvent,
} from '.';
import { portfolioId } from '../../testing/project.scenes';
import { declare, declared, end, refusalOf, remove, removed } from './dependency-graph.scenes';

const { given } = specFor(decider);

describe('declaring a dependency', () => {
  it.each(DEPENDENCY_KINDS)('records who depends on whom, how and why: %s', (kind) =>
    given()
      .when(declare('a', kind, 'b'))
      .then(declared('a', kind, 'b')),
  );

  it('needs an open portfolio and two projects of it', () => {
    given()
      .when(declare('a', 'requires', 'b', { portfolio: { status: 'absent' } }))
      .thenRefused('portfolio-unknown');
    for (const side of ['from', 'to'])
      given()
        .when(declare('a', 'requires', 'b', { [side]: { projectId: 'x', status: 'absent' } }))
        .thenRefused('project-unknown');
    for (const side of ['from', 'to'])
      given()
        .when(declare('a', 'requires', 'b', { [side]: { ...end('c'), portfolioId: 'another' } }))
        .thenRefused('another-portfolio');
  });

  it('needs a reason', () =>
    given()
      .when(declare('a', 'requires', 'b', { reason: ' ' }))
      .thenRefused('reason-blank'));

  it('is refused of a project on itself', () =>
    given()
      .when(declare('a', 'together-with', 'a'))
      .thenRefused('dependency-on-itself'));

  it('happens once; what is mutual is the same from either end', () => {
    given(declared('a', 'requires', 'b'))
      .when(declare('a', 'requires', 'b'))
      .thenRefused('dependency-already-declared');
    for (const kind of ['excludes', 'together-with'] as const)
      given(declared('a', kind, 'b'))
        .when(declare('b', kind, 'a'))
        .thenRefused('dependency-already-declared');
  });

  it('is within the reach of whoever answers for one of the two', () => {
    const own = (actor: string) => ({ actor, reach: 'own' }) as const;
    for (const actor of ['a-manager', 'b-manager'])
      given()
        .when(declare('a', 'requires', 'b'), own(actor))
        .then(declared('a', 'requires', 'b'));
    given()
      .when(declare('a', 'requires', 'b'), own('mallory'))
      .thenRefused('not-yours');
  });
});

describe('dependencies that contradict each other', () => {
  it.each([
    ['excludes', 'requires'],
    ['requires', 'excludes'],
    ['excludes', 'together-with'],
    ['together-with', 'excludes'],
  ] as const)('are refused in both directions: %s, then %s', (before, after) => {
    given(declared('a', before, 'b'))
      .when(declare('a', after, 'b'))
      .thenRefused('dependency-contradicts');
    given(declared('b', before, 'a'))
      .when(declare('a', after, 'b'))
      .thenRefused('dependency-contradicts');
  });

  it.each<[string, readonly DependencyEvent[], DependencyCommand]>([
    [
      'an exclusion of what is required through another',
      [declared('a', 'requires', 'b'), declared('b', 'requires', 'c')],
      declare('a', 'excludes', 'c'),
    ],
    [
      'a requirement whose own excludes who declares it',
      [declared('b', 'requires', 'c'), declared('c', 'excludes', 'a')],
      declare('a', 'requires', 'b'),
    ],
    [
      'two that are required and exclude each other',
      [declared('a', 'requires', 'b'), declared('b', 'excludes', 'c')],
      declare('a', 'requires', 'c'),
    ],
    [
      'what stands together with one who excludes it through another',
      [declared('b', 'requires', 'c'), declared('c', 'excludes', 'a')],
      declare('a', 'together-with', 'b'),
    ],
    [
      'a third, who would need both of two',
      [declared('d', 'requires', 'a'), declared('a', 'together-with', 'b')],
      declare('b', 'excludes', 'd'),
    ],
  ])('are refused through others too: %s', (_, before, command) =>
    given(...before)
      .when(command)
      .thenRefused('dependency-contradicts'),
  );

  it('are no hindrance to what does not add to them, where an old log has some', () =>
    given(declared('a', 'requires', 'b'), declared('a', 'excludes', 'b'))
      .when(declare('c', 'requires', 'd'))
      .then(declared('c', 'requires', 'd')));

  it('are named step by step', () =>
    expect(
      refusalOf(
        declare('a', 'excludes', 'd'),
        declared('a', 'requires', 'b'),
        declared('c', 'together-with', 'b'),
        declared('c', 'requires', 'd'),
      ),
    ).toBe(
      '"Register" could never be chosen: "Register" requires "Courts", and "Courts" stands together with "Tunnel", and "Tunnel" requires "Bridge", and "Register" excludes "Bridge". Leave this one out, or remove one of the others first.',
    ));

  it('are none where only time is at stake: one may finish before another that it excludes', () =>
    given(declared('a', 'finish-before-start', 'b'))
      .when(declare('a', 'excludes', 'b'))
      .then(declared('a', 'excludes', 'b')));

  it('may stand between others', () =>
    given(declared('a', 'excludes', 'b'))
      .when(declare('a', 'requires', 'c'))
      .then(declared('a', 'requires', 'c')));
});

describe('a circle of waiting', () => {
  it.each([
    ['of two', [declared('a', 'requires', 'b')], declare('b', 'requires', 'a')],
    [
      'of three',
      [declared('a', 'requires', 'b'), declared('b', 'requires', 'c')],
      declare('c', 'requires', 'a'),
    ],
    [
      'in time',
      [declared('a', 'finish-before-start', 'b'), declared('b', 'finish-before-start', 'c')],
      declare('c', 'finish-before-start', 'a'),
    ],
    ['of both kinds', [declared('a', 'requires', 'b')], declare('a', 'finish-before-start', 'b')],
  ] as const)('%s is refused', (_, before, command) =>
    given(...before)
      .when(command)
      .thenRefused('circle-of-dependencies'),
  );

  it('is named, project by project', () => {
    const before = [declared('a', 'requires', 'b'), declared('b', 'requires', 'c')];
    expect(refusalOf(declare('c', 'requires', 'a'), ...before)).toContain(
      '"Tunnel" → "Register" → "Courts" → "Tunnel"',
    );
  });

  it('is none where two ways lead to the same', () =>
    given(declared('a', 'requires', 'b'), declared('a', 'requires', 'c'), declared('b', 'requires', 'd'))
      .when(declare('c', 'requires', 'd'))
      .then(declared('c', 'requires', 'd')));

  it('is none any more once a part of it is taken back', () =>
    given(declared('a', 'requires', 'b'), removed('a', 'requires', 'b'))
      .when(declare('b', 'requires', 'a'))
      .then(declared('b', 'requires', 'a')));
});

describe('taking a dependency back', () => {
  it('says why', () =>
    given(declared('a', 'requires', 'b'))
      .when(remove('a', 'requires', 'b'))
      .then(removed('a', 'requires', 'b')));

  it('needs a reason, and one that stands', () => {
    given(declared('a', 'requires', 'b'))
      .when(remove('a', 'requires', 'b', ''))
      .thenRefused('reason-blank');
    given()
      .when(remove('a', 'requires', 'b'))
      .thenRefused('dependency-unknown');
    given(declared('a', 'requires', 'b'), removed('a', 'requires', 'b'))
      .when(remove('a', 'requires', 'b'))
      .thenRefused('dependency-unknown');
  });
});

it('a graph stands on the timeline of its portfolio', () => {
  const state = decider.evolve(decider.initialState(), declared('a', 'requires', 'b'));
  expect(DependencyGraph.portfolioOf(state)).toBe(portfolioId);
  expect(DependencyGraph.portfolioOf(decider.initialState())).toBeUndefined();
});
