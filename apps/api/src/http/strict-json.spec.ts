import { MAX_DEPTH, parseStrictly } from './strict-json';

const detailOf = (text: string): string => {
  try {
    parseStrictly(text);
    return 'accepted';
  } catch (error) {
    return (error as { detail: string }).detail;
  }
};

describe('a JSON body', () => {
  it('is read as it stands', () =>
    expect(parseStrictly('{"a":[1,{"b":"x,{\\"y\\":1}"}],"c":{"a":2}}')).toEqual({
      a: [1, { b: 'x,{"y":1}' }],
      c: { a: 2 },
    }));
  it('may repeat a key in another object', () => expect(detailOf('[{"a":1},{"a":2}]')).toBe('accepted'));
  it('may hold a text that looks like a key', () =>
    expect(detailOf('{"a":"a","b":["a","a"]}')).toBe('accepted'));
  it.each([
    ['a key twice', '{"a":1,"a":2}', 'The field "a" is given twice.'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'The field "a" is given twice.'],
    ['a prototype', '{"__proto__":{"x":1}}', 'A field cannot be called "__proto__".'],
    ['half a character', '{"a":"\\ud800"}', 'The body holds half a character (a lone surrogate).'],
    ['no JSON', '{a:1}', 'The body is not JSON.'],
    ['NaN', '{"a":NaN}', 'The body is not JSON.'],
    ['a number beyond all', '{"a":[1e308,1e400]}', 'The number 1e400 cannot be kept: it is too large.'],
    ['a number below all', '-1.5E+309', 'The number -1.5E+309 cannot be kept: it is too large.'],
    [
      'a number of many digits',
      `{"a":${'9'.repeat(400)}}`,
      `The number ${'9'.repeat(60)}… cannot be kept: it is too large.`,
    ],
    [
      'too deep',
      '['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1),
      `The body is nested deeper than ${MAX_DEPTH} levels.`,
    ],
  ])('is refused with %s', (_, text, detail) => expect(detailOf(text)).toBe(detail));

  it('may hold large numbers, and texts that look like larger ones', () =>
    expect(parseStrictly('{"a":1.7e308,"1e400":"1e400","b":[-0,0.5e-7]}')).toEqual({
      a: 1.7e308,
      '1e400': '1e400',
      b: [-0, 0.5e-7],
    }));

  it('is read in time that grows with it, however long its texts are', () => {
    const text = JSON.stringify({ files: [{ name: 'a"\\"b\\', base64: 'A'.repeat(64 * 2 ** 20) }], last: 1 });
    expect(Object.keys(parseStrictly(text) as object)).toEqual(['files', 'last']);
  });

  it('may end a text with backslashes, and go on', () =>
    expect(detailOf('{"a":"\\\\","b":"\\\\\\"","b":1}')).toBe('The field "b" is given twice.'));
});
