import fc from 'fast-check';
import { barIn, barsIn, inWords, partIn, partsIn } from './part-in';

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

describe('who is barred from a project', () => {
  const known = { ...people, interested: ['mia', 'grace'] };

  it('is whoever has a part in it, and whoever has an interest', () => {
    expect(['ada', 'grace', 'linus', 'mia', 'noor'].map((who) => barIn(known, who))).toEqual([
      ...['proposer', 'sponsor', 'manager', 'interest'],
      null,
    ]);
    expect(barIn(people, 'mia')).toBeNull();
  });

  it('is told by the part where they have both', () =>
    expect(barsIn(known)).toEqual(
      new Map([
        ['mia', 'interest'],
        ['grace', 'sponsor'],
        ['ada', 'proposer'],
        ['linus', 'manager'],
      ]),
    ));

  it('is told in words', () =>
    expect([inWords('sponsor'), inWords('interest')]).toEqual([
      'is the sponsor of',
      'has declared an interest in',
    ]));
});
