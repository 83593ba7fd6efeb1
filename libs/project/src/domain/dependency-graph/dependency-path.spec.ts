import { pathBetween, waiting, type Dependency } from './dependency-path';

const requires = (from: string, to: string): Dependency => ({ kind: 'requires', from, to });
const before = (from: string, to: string): Dependency => ({ kind: 'finish-before-start', from, to });

describe('who waits for whom', () => {
  it.each([
    ['requires', { who: 'a', whom: 'b' }],
    ['finish-before-start', { who: 'b', whom: 'a' }],
    ['excludes', undefined],
    ['together-with', undefined],
  ] as const)('a %s b', (kind, expected) => expect(waiting({ kind, from: 'a', to: 'b' })).toEqual(expected));
});

describe('the way from one project to another along what they wait for', () => {
  it('is the shortest there is', () =>
    expect(
      pathBetween([requires('a', 'b'), requires('b', 'c'), requires('c', 'd'), requires('a', 'd')], 'a', 'd'),
    ).toEqual(['a', 'd']));

  it('goes through both kinds of waiting', () =>
    expect(pathBetween([requires('a', 'b'), before('c', 'b')], 'a', 'c')).toEqual(['a', 'b', 'c']));

  it('is no way back, and none through what lets nobody wait', () => {
    expect(pathBetween([requires('a', 'b')], 'b', 'a')).toBeUndefined();
    expect(pathBetween([{ kind: 'together-with', from: 'a', to: 'b' }], 'a', 'b')).toBeUndefined();
  });

  it('from a project to itself is the project', () => expect(pathBetween([], 'a', 'a')).toEqual(['a']));

  it('is found in a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => requires(`p${at}`, `p${at + 1}`));
    expect(pathBetween(chain, 'p0', 'p10000')).toHaveLength(10_001);
  });
});
