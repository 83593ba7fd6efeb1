import { sha256 } from './digest';
import { BrokenEnvelope, open } from './envelope';
import { changed, sealed, textOf, vote, withText } from './envelope.scenes';

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
