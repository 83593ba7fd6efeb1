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
const codeOf = (character: string): string => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`;

describe('a text', () => {
  it.each(['Zürich', '日本語', 'می‌خواهم', 'क्‍ष', '👩‍🚀', '❤️', '葛󠄀城', '—', 'a\u00a0b', '{}'])(
    'is taken as people write it: %s',
    (name) => expect(isTaken({ name })).toBe(true),
  );

  const hidden = [
    ...'\u3164\u115f\u1160\uffa0\u200b\u2060\u00ad\u180e\u200e\u200f\u061c\u034f\u2064\u2800\ufeff',
    ...'\u202e\u2066\u2028\u0000\u007f\u009f\ufff9\u{e0041}',
    '\ud800',
  ];
  it.each(hidden.map((one) => [codeOf(one), one] as const))(
    'cannot hold %s, which is not seen, alone or within a word',
    (_, one) =>
      expect(
        [one, `No${one}rth`].flatMap((text) => [isTaken({ name: text }), isTaken({ prose: text })]),
      ).toEqual([false, false, false, false]),
  );

  it.each(['', '   ', '\u200d', '\u200c\u200c', '\ufe0f'])('cannot be %j, of which nothing is seen', (name) =>
    expect(isTaken({ name })).toBe(false),
  );

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
