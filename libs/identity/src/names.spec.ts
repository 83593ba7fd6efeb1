import { namesBeside } from './names';
import { samplePeople } from './person';

const named = namesBeside(samplePeople);

describe('the name of a person', () => {
  it('stands beside the id, alone and within a sentence', () => {
    expect(named('p-bea')).toBe('Bea Novak (p-bea)');
    expect(named('p-otto withdrew the ratings of p-bea.')).toBe(
      'Otto Lindqvist (p-otto) withdrew the ratings of Bea Novak (p-bea).',
    );
  });

  it.each(['p-nobody', 'process:decision-follow-up', 'p-bea-2', 'xp-bea', 'operator', ''])(
    'is missing where nobody of that id is known: %s',
    (text) => expect(named(text)).toBe(text),
  );
});
