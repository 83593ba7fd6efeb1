import * as fc from 'fast-check';
import type { CarryRule, QuorumRule } from '../body/body.events';
import { countBallot, quorumOf, type ClosingBallot } from './count';
import { ballot } from './count.scenes';
import type { Struck } from './motion.events';

const CARRY_RULES = [
  'majority-or-casting-vote',
  'two-thirds-of-all',
  'majority-of-cast',
  'majority-of-present',
  'majority-of-all',
  'two-thirds-of-cast',
  'unanimity-of-cast',
] as const satisfies readonly CarryRule[];

describe('A majority of the votes cast', () => {
  it('does not see abstentions: two for and one against carry beside five who abstain', () =>
    expect(countBallot(ballot('ffa-----', 'majority-of-cast'))).toEqual({
      count: { inFavour: 2, against: 1, abstained: 5, entitled: 8, quorumNeeded: 1, denominator: 3 },
      result: 'carried',
    }));
  it('is more than half: a tie is lost', () =>
    expect(countBallot(ballot('fa-', 'majority-of-cast')).result).toBe('lost'));
  it('is not there when everybody abstains', () =>
    expect(countBallot(ballot('---', 'majority-of-cast')).result).toBe('lost'));
});

describe('A majority of those present', () => {
  it('takes an abstention as against', () =>
    expect(countBallot(ballot('ffa-.', 'majority-of-present'))).toEqual({
      count: { inFavour: 2, against: 1, abstained: 1, entitled: 5, quorumNeeded: 1, denominator: 4 },
      result: 'lost',
    }));
  it('does not see who is absent', () =>
    expect(countBallot(ballot('ffa..', 'majority-of-present')).result).toBe('carried'));
});

describe('A majority of all', () => {
  it('takes abstention and absence as against', () =>
    expect(countBallot(ballot('fff-..', 'majority-of-all'))).toEqual({
      count: { inFavour: 3, against: 0, abstained: 1, entitled: 6, quorumNeeded: 1, denominator: 6 },
      result: 'lost',
    }));
  it('leaves recused seats out', () =>
    expect(countBallot(ballot('fff-.x', 'majority-of-all'))).toEqual({
      count: { inFavour: 3, against: 0, abstained: 1, entitled: 5, quorumNeeded: 1, denominator: 5 },
      result: 'carried',
    }));
});

describe('Two thirds and unanimity of the votes cast', () => {
  it('two of three are two thirds', () =>
    expect(countBallot(ballot('ffa-', 'two-thirds-of-cast')).result).toBe('carried'));
  it('three of five are not', () =>
    expect(countBallot(ballot('fffaa', 'two-thirds-of-cast')).result).toBe('lost'));
  it('one against breaks unanimity', () =>
    expect(countBallot(ballot('fffa', 'unanimity-of-cast')).result).toBe('lost'));
  it('an abstention does not', () =>
    expect(countBallot(ballot('f--', 'unanimity-of-cast')).result).toBe('carried'));
  it.each(['two-thirds-of-cast', 'unanimity-of-cast'] as const)('%s needs somebody in favour', (rule) =>
    expect(countBallot(ballot('--', rule)).result).toBe('lost'),
  );
});

describe('A quorum', () => {
  it('is met by abstentions', () =>
    expect(
      countBallot(ballot('f--..', 'majority-of-cast', { quorum: { kind: 'count', seats: 3 } })).result,
    ).toBe('carried'));
  it('that is missed decides nothing, however clear the vote', () =>
    expect(
      countBallot(ballot('ff...', 'majority-of-cast', { quorum: { kind: 'count', seats: 3 } })).result,
    ).toBe('no-quorum'));
  it('as a share is of the seats that are not recused', () =>
    expect(
      countBallot(ballot('ff..xx', 'majority-of-cast', { quorum: { kind: 'share', share: '0.5' } })),
    ).toEqual({
      count: { inFavour: 2, against: 0, abstained: 0, entitled: 4, quorumNeeded: 2, denominator: 2 },
      result: 'carried',
    }));
  it.each([
    ['0.5', 5, 3],
    ['0.1', 30, 3],
    ['0.7', 10, 7],
    ['0.333333', 3, 1],
    ['1', 7, 7],
    ['0.001', 4, 1],
    ['0.5', 0, 1],
  ])('of a share of %s of %i seats is %i, exactly', (share, entitled, needed) =>
    expect(quorumOf({ kind: 'share', share }, entitled)).toBe(needed),
  );
});

describe('A vote that is struck at the close', () => {
  it('because the seat was lost counts nowhere, and the seat stays among the entitled', () =>
    expect(
      countBallot(ballot('ffa', 'majority-of-all', { struck: [{ personId: 'p1', why: 'seat-lost' }] })),
    ).toEqual({
      count: { inFavour: 1, against: 1, abstained: 0, entitled: 3, quorumNeeded: 1, denominator: 3 },
      result: 'lost',
    }));
  it('because of a role in the project leaves the denominators with its seat', () =>
    expect(
      countBallot(ballot('ffa', 'majority-of-all', { struck: [{ personId: 'p2', why: 'manager' }] })),
    ).toEqual({
      count: { inFavour: 2, against: 0, abstained: 0, entitled: 2, quorumNeeded: 1, denominator: 2 },
      result: 'carried',
    }));
  it('decides nothing when fewer seats than the minimum remain entitled', () =>
    expect(
      countBallot(
        ballot('ffa', 'majority-of-all', { minimumSeats: 3, struck: [{ personId: 'p2', why: 'manager' }] }),
      ).result,
    ).toBe('no-quorum'));
});

/** The rules once more, on fractions of whole numbers and without the words of the product code. */
const model = ({ electorate, quorum, carryRule, minimumSeats, votes, struck, lead }: ClosingBallot) => {
  let [yes, no, neither, seats] = [0, 0, 0, 0];
  for (const elector of electorate) {
    const why = struck.find((one) => one.personId === elector.personId)?.why;
    if (elector.standing === 'recused' || (why && why !== 'seat-lost')) continue;
    seats++;
    const vote = why ? undefined : votes.get(elector.personId);
    if (vote === 'for') yes++;
    if (vote === 'against') no++;
    if (vote === 'abstain') neither++;
  }
  const enough =
    quorum.kind === 'count'
      ? yes + no + neither >= quorum.seats
      : (yes + no + neither) * 100 >= Math.round(Number(quorum.share) * 100) * seats &&
        yes + no + neither > 0;
  const counts = electorate.some(
    ({ personId, standing }) =>
      personId === lead && standing === 'entitled' && !struck.some((one) => one.personId === lead),
  );
  const castingVote = counts ? votes.get(lead ?? '') : undefined;
  if (!enough || seats < minimumSeats || (quorum.withLead && !castingVote)) return 'no-quorum';
  const carried: Record<CarryRule, boolean> = {
    'majority-or-casting-vote': yes > no || (yes === no && yes > 0 && castingVote === 'for'),
    'two-thirds-of-all': yes > 0 && 3 * yes >= 2 * seats,
    'majority-of-cast': yes > no,
    'majority-of-present': yes > no + neither,
    'majority-of-all': yes > seats - yes,
    'two-thirds-of-cast': yes > 0 && yes >= 2 * no,
    'unanimity-of-cast': yes > 0 && no === 0,
  };
  return carried[carryRule] ? 'carried' : 'lost';
};

const quorums: fc.Arbitrary<QuorumRule> = fc.oneof(
  fc
    .record({ seats: fc.integer({ min: 1, max: 12 }), withLead: fc.boolean() })
    .map((rule) => ({ kind: 'count', ...rule }) as const),
  fc
    .record({ hundredths: fc.integer({ min: 1, max: 100 }), withLead: fc.boolean() })
    .map(
      ({ hundredths, withLead }) =>
        ({ kind: 'share', share: (hundredths / 100).toFixed(2), withLead }) as const,
    ),
);
const ballots = fc
  .record({
    votes: fc.string({ unit: fc.constantFrom('f', 'a', '-', '.', 'x'), maxLength: 12 }),
    carryRule: fc.constantFrom(...CARRY_RULES),
    quorum: quorums,
    minimumSeats: fc.integer({ min: 1, max: 4 }),
    lead: fc.option(fc.nat(11).map((n) => `p${n}`)),
    struck: fc.uniqueArray(
      fc.record<Struck>({
        personId: fc.nat(11).map((n) => `p${n}`),
        why: fc.constantFrom('seat-lost', 'proposer', 'sponsor', 'manager'),
      }),
      { selector: ({ personId }) => personId, maxLength: 4 },
    ),
  })
  .map(({ votes, carryRule, ...rest }) => ballot(votes, carryRule, rest));

describe('However a ballot falls', () => {
  it('it ends as an independent count says', () =>
    fc.assert(
      fc.property(ballots, (one) => expect(countBallot(one).result).toBe(model(one))),
      { numRuns: 50_000 },
    ));

  it('the order of seats and votes does not matter', () =>
    fc.assert(
      fc.property(ballots, (one) =>
        expect(
          countBallot({
            ...one,
            electorate: one.electorate.toReversed(),
            votes: new Map([...one.votes].reverse()),
            struck: one.struck.toReversed(),
          }),
        ).toEqual(countBallot(one)),
      ),
    ));

  it('one more vote in favour never loses what was carried', () =>
    fc.assert(
      fc.property(ballots, fc.nat(11), (one, n) => {
        const more = { ...one, votes: new Map(one.votes).set(`p${n}`, 'for' as const) };
        expect(countBallot(one).result === 'carried' && countBallot(more).result === 'lost').toBe(false);
      }),
    ));
});
