import {
  accept,
  canonicalJson,
  Decimal,
  firstRefusal,
  isDecimal,
  refuse,
  type DecisionContext,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import type { BodyRefusal, ChangeBodyRules } from './body.commands';
import type { BodyRulesChanged, QuorumRule } from './body.events';
import type { BodyState, EstablishedBody } from './body.state';
import { hasEnded, hasVote, type Seat } from './seats';

const isWholeAndPositive = (count: number): boolean => Number.isSafeInteger(count) && count >= 1;

const isShare = (text: string): boolean =>
  isDecimal(text) &&
  Decimal.of(text).compare(Decimal.zero) > 0 &&
  Decimal.of(text).compare(Decimal.of(1)) <= 0;

const isInRange = (quorum: QuorumRule): boolean =>
  quorum.kind === 'count' ? isWholeAndPositive(quorum.seats) : isShare(quorum.share);

type Rules = Readonly<{ quorum: QuorumRule; minimumSeats: number }>;

/** What must hold of the rules by which a body decides. */
export const rulesPolicies: readonly Policy<Rules, BodyRefusal>[] = [
  function quorumCanBeCounted({ quorum }) {
    if (isInRange(quorum)) return undefined;
    return {
      code: 'quorum-out-of-range',
      message: 'A quorum is a whole number of seats from 1, or a share above 0 and at most 1.',
    };
  },
  function minimumOfSeatsCanBeCounted({ minimumSeats }) {
    if (isWholeAndPositive(minimumSeats)) return undefined;
    return {
      code: 'minimum-seats-out-of-range',
      message: 'The fewest seats that may decide is a whole number from 1.',
    };
  },
];

/** The refusal of whatever is asked of a body that is not there. */
export const unknownBody = () =>
  refuse('body-unknown', 'There is no such body. List the bodies of the portfolio, or establish it.');

type Changing = Readonly<{
  data: ChangeBodyRules['data'];
  body: EstablishedBody;
  /** The voting seats in term or to come: more of them than these can never vote together. */
  voting: readonly Seat[];
}>;

/** What must hold for a body to get other rules. Where nobody has a seat yet, no number of seats is known to be too many. */
const changingPolicies: readonly Policy<Changing, BodyRefusal>[] = [
  function reasonIsWritten({ data: { reason } }) {
    if (reason.trim() !== '') return undefined;
    return {
      code: 'reason-missing',
      message: 'Say why the rules change: whoever reads a ballot will ask.',
    };
  },
  function quorumFitsTheSeats({ data: { quorum }, body: { name }, voting }) {
    if (quorum.kind === 'share' || voting.length === 0 || quorum.seats <= voting.length) return undefined;
    return {
      code: 'quorum-larger-than-body',
      message: `The quorum would be ${quorum.seats} seats, and ${voting.length} of "${name}" have a vote. Ask for fewer, or seat more members first.`,
    };
  },
  function minimumFitsTheSeats({ data: { minimumSeats }, body: { name }, voting }) {
    if (voting.length === 0 || minimumSeats <= voting.length) return undefined;
    return {
      code: 'minimum-larger-than-body',
      message: `The fewest seats that may decide would be ${minimumSeats}, and ${voting.length} of "${name}" have a vote. Ask for fewer, or seat more members first.`,
    };
  },
  function somebodyCanLeadWhereTheQuorumAsks({ data: { quorum }, body: { name }, voting }) {
    const leads = voting.some(({ role }) => role === 'chair' || role === 'deputy');
    if (quorum.withLead !== true || voting.length === 0 || leads) return undefined;
    return {
      code: 'lead-missing',
      message: `The quorum would ask for who leads among the voters, and "${name}" has neither chair nor deputy. Seat one of them first.`,
    };
  },
];

/** One way of writing for one quorum. */
const asRead = (quorum: QuorumRule): QuorumRule => {
  const withLead = quorum.withLead === true;
  return quorum.kind === 'count'
    ? { kind: 'count', seats: quorum.seats, withLead }
    : { kind: 'share', share: Decimal.of(quorum.share).toString(), withLead };
};

const isSame = (
  body: EstablishedBody,
  { quorum, carryRule, minimumSeats }: ChangeBodyRules['data'],
): boolean =>
  canonicalJson([asRead(body.quorum), body.carryRule, body.minimumSeats]) ===
  canonicalJson([asRead(quorum), carryRule, minimumSeats]);

/** Gives a body other rules. What they are already changes nothing. */
export const changeRules = (
  { data }: ChangeBodyRules,
  state: BodyState,
  { at }: DecisionContext,
): Verdict<BodyRulesChanged, BodyRefusal> => {
  if (state.status === 'absent') return unknownBody();
  const voting = state.seats.filter((seat) => hasVote(seat) && !hasEnded(seat, at));
  const refused =
    firstRefusal(rulesPolicies, data) ?? firstRefusal(changingPolicies, { data, body: state, voting });
  if (refused) return refused;
  const { bodyId, rules } = state;
  return isSame(state, data)
    ? accept()
    : accept({ type: 'BodyRulesChanged', data: { bodyId, ...data, rules: rules + 1 } });
};
