import fc from 'fast-check';
import { partIn, partsIn } from './part-in';

const people = { proposer: 'ada', sponsor: 'grace', manager: 'linus' };

describe('who has a part in a project', () => {
  it.each(['proposer', 'sponsor', 'manager'] as const)('is its %s', (part) =>
    expect(partIn(people, people[part])).toBe(part),
  );

  it('is nobody else, and nobody where there is nobody', () => {
    expect(partIn(people, 'noor')).toBeNull();
    expect(partIn({ proposer: null, sponsor: undefined }, 'ada')).toBeNull();
    expect(partsIn({ proposer: null, sponsor: undefined })).toEqual(new Map());
  });

  it('is told once for who has several parts', () => {
    expect(partIn({ sponsor: 'grace', manager: 'grace' }, 'grace')).toBe('sponsor');
    expect(partsIn({ ...people, proposer: 'linus' })).toEqual(
      new Map([
        ['linus', 'proposer'],
        ['grace', 'sponsor'],
      ]),
    );
  });

  it('is listed as each is told', () => {
    const person = fc.constantFrom('ada', 'grace', 'linus', 'mia');
    const maybe = fc.option(person, { nil: null });
    fc.assert(
      fc.property(fc.record({ proposer: maybe, sponsor: maybe, manager: maybe }), person, (given, who) =>
        expect(partsIn(given).get(who) ?? null).toBe(partIn(given, who)),
      ),
    );
  });
});
