import {
  accept,
  Decimal,
  firstRefusal,
  refuse,
  unreachable,
  type Decider,
  type DecisionContext,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import type { Authority } from '../authority/authority';
import type { Reservation } from '../authority/reservation';
import { periodUnder, refusedUnder } from './chain';
import { decidingAt, type MotionFacts } from './deciding';
import { chairs, givingPolicies } from './giving.policy';
import type {
  AskedAuthority,
  ConfirmReservation,
  FreeAmount,
  GiveGrant,
  GrantCommand,
  GrantRefusal,
  ReleaseReservation,
  ReserveAmount,
  RevokeGrant,
} from './grant.commands';
import type { GrantEvent } from './grant.events';
import { evolve, initialState, type GivenGrant, type GrantState } from './grant.state';

type Decided = Verdict<GrantEvent, GrantRefusal>;

const canonical = (amount: string): string => Decimal.of(amount).toString();

/** The authority as it is written down: amounts canonically, lists without repetition and in order. */
const tidied = (asked: AskedAuthority, from: string): Authority => {
  const { domains, kinds, outcomes, perDecision, perPeriod, until } = asked;
  const inOrder = <T extends string>(list: readonly T[] | null) => list && [...new Set(list)].sort();
  return {
    domains: inOrder(domains),
    kinds: inOrder(kinds),
    outcomes: inOrder(outcomes),
    perDecision,
    perPeriod,
    from,
    until,
  };
};

const withCanonicalLimits = (authority: Authority): Authority => {
  const { perDecision, perPeriod } = authority;
  return {
    ...authority,
    perDecision: perDecision === null ? null : canonical(perDecision),
    perPeriod: perPeriod && { ...perPeriod, amount: canonical(perPeriod.amount) },
  };
};

const giveGrant = ({ data }: GiveGrant, state: GrantState, context: DecisionContext): Decided => {
  if (state.status === 'given')
    return refuse('grant-already-given', 'This grant is given already. Give another one under a new id.');
  const authority = tidied(data.authority, data.authority.from ?? context.at);
  const { grantId, portfolioId, from, bodyId, maySubDelegate, callInHours } = data;
  const refused = firstRefusal(givingPolicies, { data, authority, context });
  if (refused) return refused;
  const given = { grantId, portfolioId, from, bodyId, maySubDelegate, callInHours };
  return accept({ type: 'GrantGiven', data: { ...given, authority: withCanonicalLimits(authority) } });
};

type Revoking = Readonly<{ data: RevokeGrant['data']; context: DecisionContext }>;

const revokingPolicies: readonly Policy<Revoking, GrantRefusal>[] = [
  function actorMayRevoke({ data: { grantor }, context }) {
    if (context.reach === 'anything' || chairs(grantor, context)) return undefined;
    return {
      code: 'not-yours-to-revoke',
      message: `${context.actor} does not chair the body that gave it. Its chair, the PMO or a portfolio manager revokes.`,
    };
  },
  function reasonIsWritten({ data: { reason } }) {
    if (reason.trim() !== '') return undefined;
    return { code: 'reason-missing', message: 'Say why the grant is revoked: it stays on record.' };
  },
];

const revokeGrant = ({ data }: RevokeGrant, state: GivenGrant, context: DecisionContext): Decided => {
  if (state.isRevoked) return accept();
  return (
    firstRefusal(revokingPolicies, { data, context }) ??
    accept({ type: 'GrantRevoked', data: { grantId: state.grantId, reason: data.reason } })
  );
};

const entryOf = (state: GivenGrant, motionId: string) =>
  state.account.find((one) => one.motionId === motionId);

/** The same motion asked again; what it is linked to may have changed meanwhile. */
const isSame = (before: Reservation, { of, value }: MotionFacts): boolean =>
  before.projectId === of.projectId && before.value === canonical(value);

const reserveAmount = (
  { data: { motion, above } }: ReserveAmount,
  state: GivenGrant,
  { at }: DecisionContext,
): Decided => {
  const { grantId } = state;
  const before = entryOf(state, motion.motionId);
  if (before)
    return isSame(before, motion)
      ? accept()
      : refuse(
          'reserved-otherwise',
          `For this motion ${before.value} is ${before.state} already. Release that first.`,
        );
  const deciding = decidingAt(motion, at);
  const found = refusedUnder({ ...above, grants: [state, ...above.grants] }, deciding);
  if (found) return refuse(found.code, found.message);
  const { motionId, of, timeZone } = motion;
  const { counted, together } = deciding;
  const period = periodUnder(state, at, timeZone);
  const figures = { value: canonical(motion.value), counted, together, at, period };
  return accept({ type: 'AmountReserved', data: { grantId, motionId, ...of, ...figures } });
};

const noReservation = (motionId: string) =>
  refuse('reservation-unknown', `Nothing is reserved for motion ${motionId} under this grant.`);

const confirmReservation = ({ data: { motionId } }: ConfirmReservation, state: GivenGrant): Decided => {
  const before = entryOf(state, motionId);
  if (!before) return noReservation(motionId);
  if (before.state === 'confirmed') return accept();
  return accept({ type: 'ReservationConfirmed', data: { grantId: state.grantId, motionId } });
};

const releaseReservation = ({ data: { motionId } }: ReleaseReservation, state: GivenGrant): Decided => {
  const before = entryOf(state, motionId);
  if (!before) return accept();
  if (before.state === 'confirmed')
    return refuse('reservation-confirmed', 'The decision is recorded: what it used stays used.');
  return accept({ type: 'ReservationReleased', data: { grantId: state.grantId, motionId } });
};

/** Frees what a decision used, whatever state that is in; nothing to free changes nothing. */
const freeAmount = ({ data: { motionId, by } }: FreeAmount, state: GivenGrant): Decided =>
  entryOf(state, motionId)
    ? accept({ type: 'AmountFreed', data: { grantId: state.grantId, motionId, by } })
    : accept();

const onGrant = (
  command: Exclude<GrantCommand, GiveGrant>,
  state: GivenGrant,
  context: DecisionContext,
): Decided => {
  switch (command.type) {
    case 'RevokeGrant':
      return revokeGrant(command, state, context);
    case 'ReserveAmount':
      return reserveAmount(command, state, context);
    case 'ConfirmReservation':
      return confirmReservation(command, state);
    case 'ReleaseReservation':
      return releaseReservation(command, state);
    case 'FreeAmount':
      return freeAmount(command, state);
    default:
      return unreachable(command);
  }
};

/** The rules of one grant of authority and of its account: never more than its limits, and nothing its chain does not permit. */
export const decider: Decider<GrantState, GrantCommand, GrantEvent, GrantRefusal> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    if (command.type === 'GiveGrant') return giveGrant(command, state, context);
    if (state.status === 'absent')
      return refuse('grant-unknown', 'There is no such grant. List the grants of the portfolio.');
    return onGrant(command, state, context);
  },
};
