import { countBallot, type ClosingBallot } from './count';
import { ballot } from './count.scenes';

describe('The casting vote', () => {
  const led = (votes: string, lead: string | null = 'p0', change: Partial<ClosingBallot> = {}) =>
    countBallot(ballot(votes, 'majority-or-casting-vote', { ...change, lead })).result;
  it('is as who leads voted, where as many are for as against', () =>
    expect([led('fa'), led('af'), led('fa-'), led('fa', 'p1')]).toEqual([
      'carried',
      'lost',
      'carried',
      'lost',
    ]));
  it('decides no majority', () => expect([led('aff'), led('faa')]).toEqual(['carried', 'lost']));
  it('is lost where who leads abstains, did not vote, has no vote on it or is nobody', () =>
    expect([led('-fa'), led('.fa'), led('fa', 'somebody-else'), led('fa', null)]).toEqual(
      Array.from({ length: 4 }, () => 'lost'),
    ));
  it('is none where the vote of who leads is void', () => {
    const struck = [{ personId: 'p0', why: 'seat-lost' }] as const;
    expect(led('ffa', 'p0', { struck })).toBe('lost');
  });
});

describe('A quorum with whoever leads', () => {
  const quorum = { kind: 'count', seats: 2, withLead: true } as const;
  const led = (votes: string, lead: string | null = 'p0') =>
    countBallot(ballot(votes, 'majority-of-cast', { quorum, lead })).result;
  it('is missed where they did not vote, however many others did', () =>
    expect([led('.fff'), led('-fff'), led('fff.', 'p3')]).toEqual(['no-quorum', 'carried', 'no-quorum']));
  it('is missed where nobody leads', () => expect(led('ffff', null)).toBe('no-quorum'));
});

describe('Two thirds of all', () => {
  it('counts who did not vote as against', () =>
    expect(
      ['ff.', 'ff..', 'fff---', 'ffff--'].map(
        (votes) => countBallot(ballot(votes, 'two-thirds-of-all')).result,
      ),
    ).toEqual(['carried', 'lost', 'lost', 'carried']));
});
