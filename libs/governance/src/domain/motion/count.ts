import { Decimal, unreachable } from '@docket/kernel';
import type { CarryRule, QuorumRule } from '../body/body.events';
import { voterFor } from './electorate';
import type { Choice, Count, Elector, Result, Struck } from './motion.events';

/** What is counted at the close: the electorate and rules printed on the ballot, the last vote of each, and who was struck. */
export type ClosingBallot = Readonly<{
  electorate: readonly Elector[];
  quorum: QuorumRule;
  carryRule: CarryRule;
  minimumSeats: number;
  votes: ReadonlyMap<string, Choice>;
  struck: readonly Struck[];
  /** Who leads as the voting ends; null where nobody does. */
  lead: string | null;
}>;

export type Counted = Readonly<{ count: Count; result: Result }>;

/** The smallest whole number of seats that is at least this share of them. */
const shareOf = (share: string, seats: number): number => {
  const exact = Decimal.of(share).times(Decimal.of(seats));
  const nearest = exact.rounded(0);
  return Number(nearest.toString()) + (nearest.compare(exact) < 0 ? 1 : 0);
};

/** How many of `entitled` seats must vote, at least one. Abstentions count as votes here. */
export const quorumOf = (rule: QuorumRule, entitled: number): number =>
  Math.max(1, rule.kind === 'count' ? rule.seats : shareOf(rule.share, entitled));

type Tally = Readonly<{ inFavour: number; against: number; abstained: number; entitled: number }>;

/** What the carry rule divides by. */
const denominatorOf = (rule: CarryRule, { inFavour, against, abstained, entitled }: Tally): number => {
  switch (rule) {
    case 'majority-or-casting-vote':
    case 'majority-of-cast':
    case 'two-thirds-of-cast':
    case 'unanimity-of-cast':
      return inFavour + against;
    case 'majority-of-present':
      return inFavour + against + abstained;
    case 'majority-of-all':
    case 'two-thirds-of-all':
      return entitled;
    default:
      return unreachable(rule);
  }
};

/** Whether so many votes in favour carry; none in favour never does. A tie is lost, but where it is for the lead to cast: `casting`. */
const carries = (
  rule: CarryRule,
  inFavour: number,
  denominator: number,
  casting: Choice | undefined,
): boolean => {
  switch (rule) {
    case 'majority-of-cast':
    case 'majority-of-present':
    case 'majority-of-all':
      return 2 * inFavour > denominator;
    case 'majority-or-casting-vote':
      return 2 * inFavour > denominator || (2 * inFavour === denominator && casting === 'for');
    case 'two-thirds-of-all':
    case 'two-thirds-of-cast':
      return inFavour > 0 && 3 * inFavour >= 2 * denominator;
    case 'unanimity-of-cast':
      return inFavour > 0 && inFavour === denominator;
    default:
      return unreachable(rule);
  }
};

/**
 * Who still may decide at the close, seats that were lost since included: they count, their votes do not; and whose vote each of the others is
 * decided by, an alternate's where they have not voted.
 */
const standingIn = ({ electorate, struck, votes }: ClosingBallot) => {
  const why = new Map<string, Struck['why']>(struck.map((one) => [one.personId, one.why]));
  const entitled = electorate.filter(
    ({ personId, standing }) => standing === 'entitled' && (why.get(personId) ?? 'seat-lost') === 'seat-lost',
  );
  const cast = { electorate, struck: new Set(why.keys()), voted: (personId: string) => votes.has(personId) };
  const voters = entitled.flatMap(({ personId }) =>
    why.has(personId) ? [] : [voterFor(personId, cast) ?? personId],
  );
  return { entitled, voters };
};

/** Counts a ballot: quorum first, then the carry rule. Pure, so that anybody can count again. */
export const countBallot = (ballot: ClosingBallot): Counted => {
  const { entitled, voters } = standingIn(ballot);
  const cast = voters.map((personId) => ballot.votes.get(personId));
  const of = (choice: Choice) => cast.filter((one) => one === choice).length;
  const tally = {
    inFavour: of('for'),
    against: of('against'),
    abstained: of('abstain'),
    entitled: entitled.length,
  };
  const casting = voters.includes(ballot.lead ?? '') ? ballot.votes.get(ballot.lead ?? '') : undefined;
  const quorumNeeded = quorumOf(ballot.quorum, tally.entitled);
  const denominator = denominatorOf(ballot.carryRule, tally);
  const present = tally.inFavour + tally.against + tally.abstained;
  const isLed = ballot.quorum.withLead !== true || casting !== undefined;
  const decides = isLed && present >= quorumNeeded && tally.entitled >= ballot.minimumSeats;
  const result = !decides
    ? 'no-quorum'
    : carries(ballot.carryRule, tally.inFavour, denominator, casting)
      ? 'carried'
      : 'lost';
  return { count: { ...tally, quorumNeeded, denominator }, result };
};
