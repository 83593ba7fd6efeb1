import { BrokenEnvelope, open, withoutWords } from './envelope';
import { order, sealed, textOf, vote, withText } from './envelope.scenes';
import { isRedactedText, redactedText } from './words';

describe('A copy without words', () => {
  const told = '[words redacted by p-otto: Erasure request 12/2026.]';

  it('keeps the facts byte for byte, so that its hash is the same, and says in each place by whom and why', () => {
    const event = sealed({ ...vote, note: 'Seen.' }, ['reason', 'note']);
    const copy = withoutWords(event, order);
    expect(textOf(copy).split('\n')).toEqual([
      textOf(event).split('\n')[0],
      JSON.stringify({ reason: { redacted: order }, note: { redacted: order } }),
    ]);
    expect(open(copy)).toEqual({
      ...open(event),
      data: { choice: 'for', reason: told, note: told },
      redacted: ['reason', 'note'],
      redaction: order,
    });
  });

  it('takes another notice in the place of the first: what is redacted stays so', () => {
    const once = withoutWords(sealed(vote, ['reason']), order);
    const again = { by: 'p-lena', why: 'Court order.' };
    expect(open(withoutWords(once, again))).toEqual({
      ...open(once),
      data: { ...vote, reason: '[words redacted by p-lena: Court order.]' },
      redaction: again,
    });
  });

  it('is read also where nothing says by whom: the words are missing all the same', () => {
    const event = sealed(vote, ['reason']);
    const bare = withText(event, `${textOf(event).split('\n')[0]}\n{}`);
    expect(open(bare)).toEqual({
      ...open(event),
      data: { ...vote, reason: '[words redacted]' },
      redacted: ['reason'],
    });
  });

  it.each([
    ['nobody', '{"why":"So."}'],
    ['no reason', '{"by":"p-otto"}'],
    ['a reason that is no text', '{"by":"p-otto","why":7}'],
    ['more than that', '{"by":"p-otto","why":"So.","text":"It saves the bridge."}'],
    ['nothing', 'null'],
  ])('is broken where its notice names %s', (_, notice) => {
    const event = sealed(vote, ['reason']);
    const line = `{"reason":{"redacted":${notice}}}`;
    expect(() => open(withText(event, `${textOf(event).split('\n')[0]}\n${line}`))).toThrow(BrokenEnvelope);
  });

  it('is told apart from what people write by how its text begins', () =>
    expect([told, redactedText(), '{"a":1}', 'words redacted'].map(isRedactedText)).toEqual([
      true,
      true,
      false,
      false,
    ]));
});
