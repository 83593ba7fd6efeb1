import fc from 'fast-check';
import { sha256 } from './digest';
import { BrokenEnvelope, open, seal, withoutWords, type Metadata } from './envelope';
import type { StoredEvent } from './event-store.port';

const meta: Metadata = {
  stream: 'docket-motion-1',
  revision: 4,
  previous: sha256('before'),
  actor: 'p-bea',
  authentication: 'local-session',
  commandId: sha256('command'),
  bodyDigest: sha256('body'),
  correlationId: 'c',
  recordedAt: '2026-03-02T09:00:00.000Z',
  origin: 'live',
  guards: [{ stream: 'docket-body-1', revision: 2 }],
};

let salts = 0;
const sealed = (data: object, words: readonly string[] = []): StoredEvent => {
  const { id, type, bytes } = seal(
    { id: 'id-1', type: 'VoteCast.v1', meta, data },
    words,
    () => `salt-${++salts}`,
  );
  return { id, type, bytes, stream: meta.stream, revision: meta.revision, position: '9' };
};
const textOf = ({ bytes }: StoredEvent) => Buffer.from(bytes).toString('utf8');
const withText = (event: StoredEvent, text: string | Buffer): StoredEvent => ({
  ...event,
  bytes: Buffer.from(text),
});
const changed = (event: StoredEvent, from: string, to: string) => {
  expect(textOf(event)).toContain(from);
  return withText(
    event,
    textOf(event).replace(from, () => to),
  );
};
const order = { by: 'p-otto', why: 'Erasure request 12/2026.' };
const vote = { choice: 'for', reason: 'It saves\nthe bridge.' };

describe('A sealed event', () => {
  it('is two lines: facts with a digest for each text, and the texts with their salts', () => {
    salts = 0;
    const event = sealed(vote, ['reason', 'note']);
    const facts = { choice: 'for', reason: { words: sha256('salt-1\nIt saves\nthe bridge.') } };
    expect(textOf(event)).toBe(
      `${JSON.stringify({ id: 'id-1', type: 'VoteCast.v1', meta, data: facts })}\n${JSON.stringify({
        reason: { salt: 'salt-1', text: vote.reason },
      })}`,
    );
  });

  it('opens to what was sealed, with the hash of its first line as stored', () => {
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
    const again = seal(
      { id: 'id-1', type: 'VoteCast.v1', meta, data: vote },
      ['reason'],
      () => `salt-${salts}`,
    );
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

describe('A changed event', () => {
  const event = () => sealed(vote, ['reason']);
  const mismatch = 'docket-motion-1@4: the words of "reason" do not match their digest.';

  it.each([
    ['another text', 'the bridge', 'the tunnel'],
    ['another salt', '"salt":"', '"salt":"1'],
    [
      'the beginning of the text moved to the salt',
      /"salt":"(.*?)","text":"It saves\\n/,
      '"salt":"$1\\nIt saves","text":"',
    ],
    ['a list that reads like the text', /"text":"(.*?)"\}/, '"text":["$1"]}'],
    ['nothing in the place of the text', /"reason":\{"salt".*$/, '"reason":null}'],
    ['a digest of no text', /"words":"[0-9a-f]{64}"/, `"words":"${sha256('x')}"`],
    ['a digest that is none', /"words":"[0-9a-f]{64}"/, '"words":7'],
  ])('is found out by its words: %s', (_, from, to) => {
    const before = event();
    const text = textOf(before).replace(from, to);
    expect(text).not.toBe(textOf(before));
    expect(() => open(withText(before, text))).toThrow(new BrokenEnvelope(mismatch));
  });

  it('is found out where half a character stands for one that was lost', () => {
    const lost = sealed({ reason: 'lost: \ufffd' }, ['reason']);
    expect(() => open(changed(lost, '"text":"lost: \ufffd"', '"text":"lost: \\ud800"'))).toThrow(
      BrokenEnvelope,
    );
  });

  it('has another hash, whatever was changed in its facts', () => {
    const before = event();
    expect(open(changed(before, '"for"', '"not"')).hash).not.toBe(open(before).hash);
    expect(open(changed(before, '{"id"', '{ "id"')).hash).not.toBe(open(before).hash);
  });

  it('is broken where its bytes are no UTF-8, rather than read as something near it', () => {
    const lost = sealed({ note: '\ufffd' });
    const bytes = Buffer.from(textOf(lost).replace('\ufffd', '~'));
    bytes[bytes.indexOf('~')] = 0xff;
    expect(() => open(withText(lost, bytes))).toThrow(
      new BrokenEnvelope('docket-motion-1@4: a line is not JSON.'),
    );
  });

  it.each([
    ['no second line', '{"id":"1"}', 'no second line.'],
    ['nothing at all', '', 'no second line.'],
    ['no JSON in the first line', '{"id"\n{}', 'a line is not JSON.'],
    ['no JSON in the second line', `{"id":"1","type":"t","meta":{},"data":{}}\n`, 'a line is not JSON.'],
    ['a byte order mark', '\ufeff{"id":"1","type":"t","meta":{},"data":{}}\n{}', 'a line is not JSON.'],
    ['a list for facts', '[]\n{}', 'a line is not JSON.'],
    ['null for words', `{"id":"1","type":"t","meta":{},"data":{}}\nnull`, 'a line is not JSON.'],
    ['no metadata', '{"id":"1","type":"t","data":{}}\n{}', 'id, type, metadata or data are missing.'],
    [
      'a list for data',
      '{"id":"1","type":"t","meta":{},"data":[]}\n{}',
      'id, type, metadata or data are missing.',
    ],
    [
      'a number for its type',
      '{"id":"1","type":1,"meta":{},"data":{}}\n{}',
      'id, type, metadata or data are missing.',
    ],
  ])('is broken with %s', (_, text, what) =>
    expect(() => open(withText(event(), text))).toThrow(new BrokenEnvelope(`docket-motion-1@4: ${what}`)),
  );
});
