import { modelIdOf } from '@docket/assessment';
import { bodyIdOf } from '@docket/governance';
import { portfolioIdOf } from '@docket/portfolio';

const portfolioId = '7f1de8a0-53c2-8f6e-8a55-30c6f2f2b1aa';

const idOf = {
  portfolio: portfolioIdOf,
  body: (name: string) => bodyIdOf(portfolioId, name),
  'scoring model': (name: string) => modelIdOf(portfolioId, name),
};
type Kind = keyof typeof idOf;

describe('the id that a name gives', () => {
  it.each<[Kind, string, string]>([
    ['portfolio', 'Sample: UK major projects', 'fd6c2fc3-c297-83a2-abd7-add202935537'],
    ['portfolio', 'Café İstanbul ΣΑΣ', 'eb25b020-93fc-8d6c-a414-775733947cf3'],
    ['body', 'Investment board', '36c60010-f194-80af-ba20-0c6754f94153'],
    ['body', 'Café İstanbul ΣΑΣ', 'f3224198-b539-84aa-8878-41d6cf06e005'],
    ['scoring model', 'Delivery health 1', '928ffded-be03-845b-8f6b-4c43b14eac11'],
    ['scoring model', 'Café İstanbul ΣΑΣ', '9e10b1f7-1e99-8096-bf28-c25d517a42e5'],
  ])('to a %s named "%s" stays what it was, for what is recorded under it: %s', (kind, name, id) =>
    expect(idOf[kind](name)).toBe(id),
  );

  it.each<Kind>(['portfolio', 'body', 'scoring model'])(
    'to a %s is one, whatever its capitals, its blanks, and how its accents are written',
    (kind) => {
      const spellings = [
        'Café  du\tNord ',
        'cafe\u0301 DU nord',
        ' CAF\u00c9\u00a0du Nord',
        'CAFE\u0301 du\nnord',
      ];
      expect(new Set(spellings.map(idOf[kind])).size).toBe(1);
      expect(idOf[kind]('Cafe du Nord')).not.toBe(idOf[kind]('Café du Nord'));
    },
  );
});
