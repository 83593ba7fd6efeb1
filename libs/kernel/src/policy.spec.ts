import { accept, refuse, unreachable } from './decider';
import { firstRefusal, type Policy } from './policy';

type Code = 'blank' | 'too-long';
const asked: string[] = [];
const isNamed: Policy<string, Code> = (name) => {
  asked.push('isNamed');
  return name === '' ? { code: 'blank', message: 'Give it a name.' } : undefined;
};
const isShort: Policy<string, Code> = (name) => {
  asked.push('isShort');
  return name.length > 3 || name === '' ? { code: 'too-long', message: 'Shorten it.' } : undefined;
};

describe('Policies', () => {
  beforeEach(() => asked.splice(0));

  it('refuse with the first that does not hold, and ask no further', () => {
    expect(firstRefusal([isNamed, isShort], '')).toEqual(refuse('blank', 'Give it a name.'));
    expect(asked).toEqual(['isNamed']);
    expect(firstRefusal([isNamed, isShort], 'bridge')).toEqual({
      outcome: 'refused',
      refusal: { code: 'too-long', message: 'Shorten it.' },
    });
  });

  it('say nothing where all of them hold, or none is there', () => {
    expect(firstRefusal([isNamed, isShort], 'a')).toBeUndefined();
    expect(asked).toEqual(['isNamed', 'isShort']);
    expect(firstRefusal([], '')).toBeUndefined();
  });
});

describe('A verdict', () => {
  it('accepts with what follows, which may be nothing', () => {
    const event = { type: 'Opened', data: {} };
    expect([accept(event, event), accept()]).toEqual([
      { outcome: 'accepted', events: [event, event] },
      { outcome: 'accepted', events: [] },
    ]);
  });

  it('is never asked of data that lied about its type', () =>
    expect(() => unreachable({ type: 'Lie' } as never)).toThrow('Unreachable: {"type":"Lie"}'));
});
