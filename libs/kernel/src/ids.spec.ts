import fc from 'fast-check';
import { derivedUuid, isUuid } from './ids';
import { sha256 } from './digest';

describe('A derived id', () => {
  it('is a UUID of version 8, always the same for the same parts', () => {
    expect(derivedUuid('ada', 'open', 'key-1')).toBe('818d6cdc-f9a9-8523-a91e-c79dbfe5c0af');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        expect(derivedUuid(...parts)).toBe(derivedUuid(...parts));
        expect(derivedUuid(...parts)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        expect(isUuid(derivedUuid(...parts))).toBe(true);
      }),
    );
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['a', ''], ['a']],
    [['a', 'b'], ['a,b']],
    [['a","b'], ['a', 'b']],
    [['a\u0000b'], ['a', 'b']],
    [['\ud800'], ['\ufffd']],
    [[], ['']],
  ])('keeps its parts apart: %j is not %j', (one, other) =>
    expect(derivedUuid(...one)).not.toBe(derivedUuid(...other)),
  );

  it('is the same only for the same parts', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' })),
        fc.array(fc.string({ unit: 'binary' })),
        (one, other) => {
          const isSame = one.length === other.length && one.every((part, index) => part === other[index]);
          expect(derivedUuid(...one) === derivedUuid(...other)).toBe(isSame);
        },
      ),
    ));
});

describe('An id', () => {
  it.each([
    ['6f0c2a52-9f0e-4b1d-9c3a-2f5d1c7e4b10', true],
    ['6F0C2A52-9F0E-4B1D-9C3A-2F5D1C7E4B10', false],
    ['6f0c2a52-9f0e-4b1d-9c3a-2f5d1c7e4b10\n', false],
    ['6f0c2a52-9f0e-4b1d-cc3a-2f5d1c7e4b10', false],
    ['6f0c2a52-9f0e-0b1d-9c3a-2f5d1c7e4b10', false],
    ['00000000-0000-0000-0000-000000000000', false],
    ['{6f0c2a52-9f0e-4b1d-9c3a-2f5d1c7e4b10}', false],
    ['', false],
  ])('is a UUID in lower case: %j is %p', (text, is) => expect(isUuid(text)).toBe(is));
});

describe('A digest', () => {
  it.each(['abc', Buffer.from('abc')])('is SHA-256 in lower-case hex, of text as UTF-8', (input) =>
    expect(sha256(input)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
  );
});
