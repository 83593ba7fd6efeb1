import { wordsOf } from '../words.fixture';
import { partInWords, yourPartSection } from './parts.view';

const decline = {
  part: 'sponsor',
  personId: 'p-maya',
  at: '2027-01-01T23:30:00.000Z',
  reason: 'No.',
} as const;
const project = {
  id: 'bridge',
  proposer: 'p-priya',
  status: 'proposed',
  sponsor: 'p-maya',
  manager: 'p-sam',
  declined: [],
} as const;
const vacant = { ...project, sponsor: null, declined: [{ ...decline, personId: 'p-otto' }, decline] };

describe('the parts in a project', () => {
  it('are told with who has them, and with who declined last where nobody has', () => {
    expect(partInWords(project, 'sponsor', 'UTC')).toBe('Maya Okafor (p-maya)');
    expect(partInWords(vacant, 'sponsor', 'UTC')).toBe('declined by Maya Okafor (p-maya) on 2027-01-01: No.');
    expect(partInWords(vacant, 'sponsor', 'Europe/Paris')).toBe(
      'declined by Maya Okafor (p-maya) on 2027-01-02: No.',
    );
    expect(partInWords({ ...project, manager: null }, 'manager', 'UTC')).toBeNull();
  });

  const toldTo = (reader: string | undefined, one: Parameters<typeof yourPartSection>[0] = project) =>
    wordsOf(yourPartSection(one, reader));

  it('are told to who is named, with the way to decline', () => {
    expect(toldTo('p-maya')).toContain('POST /api/v1/projects/bridge/parts/decline');
    expect(toldTo('p-sam')).toContain('You are named as manager');
  });

  it.each(['proposed', 'authorised', 'held'] as const)(
    'are told as long as the work stands: %s',
    (status) => {
      expect(toldTo('p-maya', { ...project, status })).toContain('You are named as sponsor');
      expect(toldTo('p-maya', { ...vacant, status })).toContain('You declined to be sponsor');
    },
  );

  it('are told to who declined, with the way to take them up', () =>
    expect(toldTo('p-maya', vacant)).toContain('POST /api/v1/projects/bridge/parts/take-up'));

  it.each([
    ['a visitor', undefined],
    ['somebody without a part', 'p-dina'],
  ])('are no matter of %s', (_, reader) => expect(yourPartSection(project, reader)).toEqual([]));

  it('are no matter of who proposed it, or of work that has ended', () => {
    expect(yourPartSection({ ...project, sponsor: 'p-priya' }, 'p-priya')).toEqual([]);
    expect(yourPartSection({ ...project, status: 'killed' }, 'p-maya')).toEqual([]);
  });
});
