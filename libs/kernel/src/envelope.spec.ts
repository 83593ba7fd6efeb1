import fc from 'fast-check';
import { sha256 } from './digest';
import { open, seal, withoutWords } from './envelope';
import { firstSalt, meta, order, sealed, textOf, vote } from './envelope.scenes';

describe('A sealed event', () => {
  it('is two lines: facts with a digest for each text, and the texts with their salts', () => {
    firstSalt();
    const event = sealed(vote, ['reason', 'note']);
    const facts = { choice: 'for', reason: { words: sha256('salt-1\nIt saves\nthe bridge.') } };
    expect(textOf(event)).toBe(
      `${JSON.stringify({ id: 'id-1', type: 'VoteCast.v1', meta, data: facts })}\n${JSON.stringify({
        reason: { salt: 'salt-1', text: vote.reason },
      })}`,
    );
  });

  it('opens to what was sealed, with the hash of its first line as stored', () => {
    firstSalt();
    const event = sealed(vote, ['reason']);
    const [line] = textOf(event).split('\n');
    expect(open(event)).toEqual({
      id: 'id-1',
      type: 'VoteCast.v1',
      meta,
      data: vote,
      hash: sha256(line!),
      worded: ['reason'],
      redacted: [],
    });
    const again = seal({ id: 'id-1', type: 'VoteCast.v1', meta, data: vote }, ['reason'], () => 'salt-1');
    expect(again.hash).toBe(sha256(line!));
  });

  it('tells nothing of its words in its facts: equal texts have different digests', () => {
    const [one, other] = [sealed(vote, ['reason']), sealed(vote, ['reason'])].map(
      (event) => textOf(event).split('\n')[0],
    );
    expect(one).not.toBe(other);
    expect(one).not.toContain('bridge');
  });

  it('gives back any data, whatever its fields are called and hold', () => {
    const texts = fc.string({ unit: 'grapheme' });
    const field = fc.oneof(fc.constantFrom('words', '__proto__', 'constructor', 'toJSON', 'salt'), texts);
    const looksLikeDigest = fc.record({
      words: fc.oneof(texts, fc.constant(sha256('x')), fc.jsonValue({ maxDepth: 1 })),
    });
    const value = fc.oneof(texts, looksLikeDigest, fc.jsonValue({ stringUnit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(fc.tuple(field, value)), fc.array(field), (fields, words) => {
        const data = Object.fromEntries(fields);
        const stored = JSON.parse(JSON.stringify(data)) as object;
        expect(open(sealed(data, words)).data).toEqual(stored);
        expect(Object.keys(open(sealed(data, words)).data).sort()).toEqual(Object.keys(stored).sort());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ words: 'mine' }],
    [{ words: sha256('mine') }],
    [{ words: ['mine'] }],
    [{ words: [['mine']] }],
    [{ words: [] }],
    [{ words: null }],
    [{ words: { words: 'mine' } }],
    [{ words: 'mine', undefinedField: undefined }],
    [{ words: 'mine', more: 1 }],
  ])('is not misled by data that looks like a digest: %j', (note) => {
    const stored: unknown = JSON.parse(JSON.stringify(note));
    expect(open(sealed({ note }))).toMatchObject({ data: { note: stored }, worded: [], redacted: [] });
    expect(open(withoutWords(sealed({ note }), order))).toMatchObject({
      data: { note: stored },
      redacted: [],
    });
  });

  it('keeps separators of other alphabets within its line', () => {
    const data = { note: 'a\u2028b\u2029c\u0085d\r\ne\u000bf', reason: 'g\u2028h\ri' };
    expect(open(sealed(data, ['reason'])).data).toEqual(data);
    expect(textOf(sealed(data, ['reason'])).split('\n')).toHaveLength(2);
  });

  it('keeps numbers as they are, but for -0, and leaves out fields that are undefined', () =>
    expect(open(sealed({ a: 0.1 + 0.2, b: 2 ** 53, c: 5e-324, d: -0, e: undefined })).data).toEqual({
      a: 0.30000000000000004,
      b: 9007199254740992,
      c: 5e-324,
      d: 0,
    }));

  it('keeps very long texts', () => {
    const reason = 'ä€\u{1f600}'.repeat(100_000);
    expect(open(sealed({ reason }, ['reason'])).data).toEqual({ reason });
  });

  it.each([[Number.NaN], ['\ud800'], [new Map()], [[undefined]], [1n]])(
    'is not made of what would come back as something else: %p',
    (reason) =>
      expect(() => sealed({ reason }, ['reason'])).toThrow(expect.objectContaining({ name: 'NotJson' })),
  );
});
