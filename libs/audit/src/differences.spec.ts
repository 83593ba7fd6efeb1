import fc from 'fast-check';
import { differencesBetween } from './differences';

describe('Where two answers differ', () => {
  it.each<[string, unknown, unknown, readonly unknown[]]>([
    ['nowhere', { a: [1, { b: 'x' }], c: null }, { c: null, a: [1, { b: 'x' }] }, []],
    ['in a value', { a: 1, b: 2 }, { a: 1, b: 3 }, [{ path: 'b', then: 2, now: 3 }]],
    [
      'in one that came and one that went',
      { old: 'x' },
      { new: 'y' },
      [
        { path: 'old', then: 'x', now: null },
        { path: 'new', then: null, now: 'y' },
      ],
    ],
    ['within a list', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, [{ path: 'a[0].b', then: 1, now: 2 }]],
    ['at the end of a list', [1], [1, 2], [{ path: '[1]', then: null, now: 2 }]],
    ['in what kind of thing it is', { a: [] }, { a: {} }, [{ path: 'a', then: [], now: {} }]],
    ['where nothing stood', { a: null }, { a: { b: 1 } }, [{ path: 'a', then: null, now: { b: 1 } }]],
    ['not by a field that is left out or null', { a: null }, {}, []],
  ])('%s', (_, then, now, differences) => expect(differencesBetween(then, now)).toEqual(differences));

  it('is nowhere between an answer and itself', () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(differencesBetween(JSON.parse(text), JSON.parse(text))).toEqual([]);
      }),
    ));
});
