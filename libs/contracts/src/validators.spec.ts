import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DecimalField, Text } from './validators';

class Planted {
  @Text({ required: false })
  name?: string;

  @Text({ required: false, multiline: true })
  prose?: string;

  @DecimalField({ required: false })
  amount?: string;
}

const isTaken = (body: object): boolean => validateSync(plainToInstance(Planted, body)).length === 0;

describe('a text', () => {
  it.each(['Zürich', '日本語', 'می‌خواهم', 'क्‍ष', '👩‍🚀', '❤️', '葛󠄀城', '—', 'a\u00a0b', '{}'])(
    'is taken as people write it: %s',
    (name) => expect(isTaken({ name })).toBe(true),
  );

  const hidden = [
    0x3164, 0x115f, 0x1160, 0xffa0, 0x200b, 0x2060, 0x00ad, 0x180e, 0x200e, 0x200f, 0x061c, 0x034f, 0x2064,
    0x2800, 0xfeff, 0x202e, 0x2066, 0x2028, 0x0000, 0x007f, 0x009f, 0xfff9, 0xe0041, 0xd800,
  ];
  it.each(
    hidden.map((code) => [`U+${code.toString(16).toUpperCase()}`, String.fromCodePoint(code)] as const),
  )('cannot hold %s, which is not seen, alone or within a word', (_, one) =>
    expect(
      [one, `No${one}rth`].flatMap((text) => [isTaken({ name: text }), isTaken({ prose: text })]),
    ).toEqual([false, false, false, false]),
  );

  it.each(['', '   ', '\u200d', '\u200c\u200c', '\ufe0f'])('cannot be %j, of which nothing is seen', (name) =>
    expect(isTaken({ name })).toBe(false),
  );

  it.each(['[words redacted by p-otto: Court order.]', '  [words redacted]'])(
    'cannot be taken for the notice of a redaction: %j',
    (prose) => expect(isTaken({ prose })).toBe(false),
  );
  it('may tell of one', () => expect(isTaken({ prose: 'It said [words redacted] there.' })).toBe(true));

  it('goes over lines only where it may', () =>
    expect([isTaken({ name: 'a\nb' }), isTaken({ prose: 'a\r\n\tb' })]).toEqual([false, true]));
});

describe('a decimal', () => {
  it.each(['0', '-1.5', '00.10', '9'.repeat(40)])('is taken as the description has it: %s', (amount) =>
    expect(isTaken({ amount })).toBe(true),
  );
  it.each(['+1', '+1.5', '--1', '1e3', '.5', '1.', '1,5', 'NaN', '', ' 1', '1\n', '9'.repeat(41)])(
    'is refused where its description refuses it: %j',
    (amount) => expect(isTaken({ amount })).toBe(false),
  );
  it.each([1, null, ['1'], { amount: '1' }])('is text: %j', (amount) =>
    expect(isTaken({ amount })).toBe(false),
  );
});
