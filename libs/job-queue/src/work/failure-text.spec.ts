import { failureText } from './failure-text';

class LostRace extends Error {
  override readonly name = 'LostRace';
}

const circle: { self?: unknown } = {};
circle.self = circle;

describe('what an attempt failed with', () => {
  it.each<[string, unknown, string]>([
    ['an error by name', new LostRace('somebody was faster'), 'LostRace: somebody was faster'],
    ['a text', 'no', 'no'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an object', { code: 7 }, '{"code":7}'],
    ['a symbol', Symbol('lost'), 'Symbol(lost)'],
    ['what runs in circles', circle, 'something of type object that cannot be shown'],
    ['half a character', 'a\ud800', 'a\ufffd'],
  ])('is one text: %s', (_, thrown, text) => expect(failureText(thrown)).toBe(text));

  it('is not kept at any length', () => {
    const text = failureText(new Error('x'.repeat(5_000)));
    expect([text.length, text.slice(0, 9), text.slice(-2)]).toEqual([1_000, 'Error: xx', 'x…']);
  });
});
