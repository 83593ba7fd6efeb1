import fc from 'fast-check';
import { canonicalJson, jsonFault, NotJson } from './json';
import { commandIdOf, digestOfBody, newIdFor, type Request } from './request';

describe('Canonical JSON', () => {
  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ '10': 1, '9': 2, A: 3, a: 4, '': 5 }, '{"":5,"10":1,"9":2,"A":3,"a":4}'],
    [{ a: undefined, b: [undefined, null] }, '{"b":[null,null]}'],
    [[-0, 0, 1.5, 1e21], '[0,0,1.5,1e+21]'],
    ['a "quote" and\nlines \u2028', '"a \\"quote\\" and\\nlines \u2028"'],
    [JSON.parse('{"__proto__":{"x":1},"constructor":2}'), '{"__proto__":{"x":1},"constructor":2}'],
    [{ at: new Date('2026-03-02T09:00:00.000Z') }, '{"at":"2026-03-02T09:00:00.000Z"}'],
    [undefined, 'null'],
    [{ toJSON: 'a field' }, '{"toJSON":"a field"}'],
    [['\ud800', '\ufffd'], '["\\ud800","\ufffd"]'],
  ])('has its keys in code-unit order: %#', (value, text) => expect(canonicalJson(value)).toBe(text));

  it('is the same for the same content, in whatever order it was written', () =>
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const turned = (one: unknown): unknown => {
          if (Array.isArray(one)) return one.map(turned);
          if (typeof one !== 'object' || one === null) return one;
          return Object.fromEntries(
            Object.entries(one)
              .toReversed()
              .map(([key, inner]) => [key, turned(inner)]),
          );
        };
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    ));

  it.each([[new Map([['a', 1]])], [new Set([1])], [Number.NaN], [[Infinity]], [{ f: () => 1 }], [1n], [/a/]])(
    'has no form that two different values would share: %p',
    (value) => expect(() => canonicalJson(value)).toThrow(NotJson),
  );
});

describe('What JSON would not give back', () => {
  it.each([
    [Number.NaN, 'data is NaN'],
    [{ a: [1, -Infinity] }, 'data.a[1] is -Infinity'],
    [{ a: [undefined] }, 'data.a[0] is of type undefined'],
    [Array(2), 'data[0] is of type undefined'],
    [{ a: new Map() }, 'data.a is [object Map]'],
    [{ a: new Date(0) }, 'data.a is [object Date]'],
    [{ a: { toJSON: () => 1 } }, 'data.a is [object Object]'],
    [{ a: 1n }, 'data.a is of type bigint'],
    [{ a: () => 1 }, 'data.a is of type function'],
    [{ a: { b: 'half \ud83d' } }, 'data.a.b holds half a character'],
    [{ a: { '\udc00': 1 } }, 'data.a has a field whose name holds half a character'],
  ])('is named with its place: %#', (value, fault) => expect(jsonFault(value, 'data')).toBe(fault));

  it.each([
    [{ a: undefined, b: -0 }],
    [JSON.parse('{"__proto__":1,"toJSON":"x","constructor":{}}')],
    ['\u0000 \u2028 \ud83d\ude00 \ufeff'],
    [null],
  ])('is nothing of %j', (value) => expect(jsonFault(value)).toBeUndefined());

  it('is nothing of what came from JSON', () =>
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => jsonFault(value) === undefined),
    ));
});

describe('A request', () => {
  const request: Request = {
    actor: 'ada',
    authentication: 'test',
    operation: 'open',
    key: 'k',
    bodyDigest: digestOfBody({}),
    correlationId: 'c',
    origin: 'live',
  };

  it('has a body whose digest minds content, not the order of its fields', () => {
    expect(digestOfBody({ a: 1, b: [2] })).toBe(digestOfBody({ b: [2], a: 1 }));
    expect(digestOfBody({ a: 1, b: [2] })).not.toBe(digestOfBody({ a: 1, b: 2 }));
    expect(digestOfBody({ a: 1, b: undefined })).toBe(digestOfBody({ a: 1 }));
    expect(digestOfBody({ a: null })).not.toBe(digestOfBody({}));
  });

  it.each([
    ['actor', { actor: 'bea' }],
    ['operation', { operation: 'close' }],
    ['key', { key: 'l' }],
    ['parts in other places', { actor: 'adaopen', operation: '' }],
  ])('is another command, and makes another thing, with another %s', (_, change) => {
    expect(commandIdOf({ ...request, ...change }, 's')).not.toBe(commandIdOf(request, 's'));
    expect(newIdFor({ ...request, ...change })).not.toBe(newIdFor(request));
  });

  it('is the same command whatever else it says, and another on another target', () => {
    const later: Request = { ...request, correlationId: 'd', bodyDigest: 'x', expectedRevision: 3 };
    expect([commandIdOf(later, 's'), newIdFor(later)]).toEqual([
      commandIdOf(request, 's'),
      newIdFor(request),
    ]);
    expect(commandIdOf(request, 't')).not.toBe(commandIdOf(request, 's'));
  });
});
