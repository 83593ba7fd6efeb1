import fc from 'fast-check';
import { NotJson } from './json';
import { stateIn, stateText } from './state-text';

// jest takes a field of that name for the class
const fieldName = fc
  .oneof(fc.string(), fc.constantFrom('__proto__', 'map'))
  .filter((name) => name !== 'constructor');

describe('A state as text', () => {
  it.each([
    [null],
    [undefined],
    ['text \ud800'],
    [{ left: 3, until: undefined }],
    [[undefined, [], {}]],
    [new Map([['a', { votes: new Map([['b', new Set([1, undefined])]]) }]])],
    [new Map<unknown, unknown>([[['a'], new Map()]])],
    [['map', ['a', 1]]],
    [{ list: ['list'], set: ['set'] }],
    [JSON.parse('{"__proto__":{"x":1},"toString":["undefined"]}')],
  ])('comes back exactly: %#', (state) => expect(stateIn(stateText(state))).toStrictEqual(state));

  it('comes back exactly, however it is nested', () => {
    const { state } = fc.letrec((tie) => ({
      state: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(fc.string({ unit: 'binary' }), fc.boolean(), fc.constantFrom(null, undefined), fc.integer()),
        fc.array(tie('state'), { maxLength: 4 }),
        fc.dictionary(fieldName, tie('state'), {
          maxKeys: 4,
          noNullPrototype: true,
        }),
        fc.array(fc.tuple(tie('state'), tie('state')), { maxLength: 3 }).map((entries) => new Map(entries)),
        fc.array(tie('state'), { maxLength: 3 }).map((items) => new Set(items)),
      ),
    }));
    fc.assert(fc.property(state, (one) => expect(stateIn(stateText(one))).toStrictEqual(one)));
  });

  class Purse {
    readonly left = 3;
  }

  it.each([[new Purse()], [{ at: new Date(0) }], [Number.NaN], [[-0]], [1n], [() => 1], [Symbol('s')]])(
    'is refused where it would not: %p',
    (state) => expect(() => stateText(state)).toThrow(NotJson),
  );

  it.each(['[]', '["tree",1]', '["map",["a"]]', '["map","ab"]', '{"a":[1]}', '{'])(
    'is not read from %s',
    (text) =>
      expect(() => stateIn(text)).toThrow(
        expect.objectContaining({ name: expect.stringMatching(/^(NotJson|SyntaxError)$/) }),
      ),
  );
});
