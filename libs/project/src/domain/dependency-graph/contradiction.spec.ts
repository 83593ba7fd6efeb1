import { contradictionBy, contradictionInWords } from './contradiction';
import type { Dependency } from './dependency-path';

const requires = (from: string, to: string): Dependency => ({ kind: 'requires', from, to });
const together = (from: string, to: string): Dependency => ({ kind: 'together-with', from, to });
const excludes = (from: string, to: string): Dependency => ({ kind: 'excludes', from, to });
const step = (who: string, kind: 'requires' | 'together-with', whom: string) => ({ who, whom, kind });

describe('what a dependency makes impossible', () => {
  it('is nothing among those that go together', () => {
    expect(contradictionBy(requires('a', 'b'), [requires('b', 'c'), excludes('a', 'd')])).toBeUndefined();
    expect(contradictionBy(excludes('b', 'c'), [requires('a', 'b')])).toBeUndefined();
  });

  it('is the project with the shortest ways to both of a pair, with every step', () =>
    expect(
      contradictionBy(excludes('c', 'd'), [
        requires('z', 'a'),
        requires('a', 'b'),
        requires('b', 'c'),
        together('d', 'a'),
      ]),
    ).toEqual({
      project: 'a',
      ways: [[step('a', 'requires', 'b'), step('b', 'requires', 'c')], [step('a', 'together-with', 'd')]],
      excluded: ['c', 'd'],
    }));

  it('goes back by what stands together, and never by what is required', () => {
    expect(contradictionBy(excludes('a', 'c'), [together('b', 'a'), requires('b', 'c')])).toBeDefined();
    expect(contradictionBy(excludes('a', 'c'), [requires('b', 'a'), requires('b', 'c')])).toMatchObject({
      project: 'b',
    });
    expect(contradictionBy(excludes('b', 'c'), [requires('b', 'a'), requires('c', 'a')])).toBeUndefined();
  });

  it('is not what was impossible before', () => {
    const old = [requires('a', 'b'), excludes('a', 'b')];
    expect(contradictionBy(requires('b', 'c'), old)).toBeUndefined();
    expect(contradictionBy(requires('c', 'a'), old)).toMatchObject({ project: 'c' });
  });

  it('is found in a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => requires(`p${at}`, `p${at + 1}`));
    expect(contradictionBy(excludes('p10000', 'p0'), chain)).toMatchObject({ project: 'p0' });
    expect(contradictionBy(requires('p10000', 'q'), [...chain, excludes('q', 'p0')])).toMatchObject({
      project: 'p0',
    });
  });

  it('is said in a sentence, each step once', () => {
    const found = contradictionBy(excludes('c', 'd'), [
      requires('a', 'b'),
      requires('b', 'c'),
      together('b', 'd'),
    ]);
    if (!found) throw new Error('a needs c and d.');
    expect(contradictionInWords(found, (id) => id.toUpperCase())).toBe(
      'B could never be chosen: B requires C, and B stands together with D, and C excludes D.',
    );
  });
});
