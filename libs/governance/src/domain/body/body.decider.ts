import {
  accept,
  canonicalJson,
  Decimal,
  firstRefusal,
  isDecimal,
  isInstant,
  refuse,
  tidyName,
  unreachable,
  type Command,
  type Decider,
  type DecisionContext,
  type Instant,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import type {
  BodyEstablished,
  BodyEvent,
  CarryRule,
  MemberSeated,
  MemberUnseated,
  QuorumRule,
  SeatRole,
} from './body.events';
import { hasEnded, overlap, type Seat } from './seats';

/** `portfolioKnown` is a fact gathered from the portfolio's stream. */
export type EstablishBody = Command<
  'EstablishBody',
  {
    bodyId: string;
    portfolioId: string;
    name: string;
    quorum: QuorumRule;
    carryRule: CarryRule;
    minimumSeats: number;
    portfolioKnown: boolean;
  }
>;
/** Without `from` the term starts now. */
export type SeatMember = Command<
  'SeatMember',
  { personId: string; role: SeatRole; from?: Instant; until?: Instant }
>;
export type UnseatMember = Command<'UnseatMember', { personId: string; reason: string }>;
export type BodyCommand = EstablishBody | SeatMember | UnseatMember;

export type BodyRefusal =
  | 'portfolio-unknown'
  | 'name-blank'
  | 'quorum-out-of-range'
  | 'minimum-seats-out-of-range'
  | 'body-name-taken'
  | 'body-unknown'
  | 'term-malformed'
  | 'term-ends-before-it-starts'
  | 'term-starts-in-the-past'
  | 'already-seated'
  | 'chair-taken'
  | 'not-seated'
  | 'reason-missing';

export type EstablishedBody = Readonly<
  { status: 'established'; seats: readonly Seat[] } & BodyEstablished['data']
>;
export type BodyState = Readonly<{ status: 'absent' }> | EstablishedBody;

export const initialState = (): BodyState => ({ status: 'absent' });

export const evolve = (state: BodyState, event: BodyEvent): BodyState => {
  if (event.type === 'BodyEstablished') return { status: 'established', ...event.data, seats: [] };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'MemberSeated': {
      const { bodyId: _, ...seat } = event.data;
      return { ...state, seats: [...state.seats.filter((one) => one.personId !== seat.personId), seat] };
    }
    case 'MemberUnseated':
      return { ...state, seats: state.seats.filter(({ personId }) => personId !== event.data.personId) };
    default:
      return unreachable(event);
  }
};

const isWholeAndPositive = (count: number): boolean => Number.isSafeInteger(count) && count >= 1;

const isShare = (text: string): boolean =>
  isDecimal(text) &&
  Decimal.of(text).compare(Decimal.zero) > 0 &&
  Decimal.of(text).compare(Decimal.of(1)) <= 0;

const isInRange = (quorum: QuorumRule): boolean =>
  quorum.kind === 'count' ? isWholeAndPositive(quorum.seats) : isShare(quorum.share);

const establishingPolicies: readonly Policy<EstablishBody['data'], BodyRefusal>[] = [
  function portfolioIsKnown({ portfolioKnown }) {
    if (portfolioKnown) return undefined;
    return {
      code: 'portfolio-unknown',
      message: 'There is no such portfolio. List the portfolios, or open it first.',
    };
  },
  function bodyHasAName({ name }) {
    if (name !== '') return undefined;
    return { code: 'name-blank', message: 'A body needs a name people can call it by.' };
  },
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

const establishBody = (
  { data: { portfolioKnown, ...asked } }: EstablishBody,
  state: BodyState,
): Verdict<BodyEstablished, BodyRefusal> => {
  if (state.status === 'established')
    return refuse(
      'body-name-taken',
      `This portfolio has a body named "${state.name}" already. Choose another name.`,
    );
  const body = { ...asked, name: tidyName(asked.name) };
  return (
    firstRefusal(establishingPolicies, { ...body, portfolioKnown }) ??
    accept({ type: 'BodyEstablished', data: body })
  );
};

type Seating = Readonly<{ seat: Seat; body: EstablishedBody; at: Instant }>;

const seatingPolicies: readonly Policy<Seating, BodyRefusal>[] = [
  function termIsMadeOfInstants({ seat: { from, until } }) {
    if (isInstant(from) && (until === undefined || isInstant(until))) return undefined;
    return {
      code: 'term-malformed',
      message: 'Write the term as moments, such as 2026-01-01T00:00:00.000Z.',
    };
  },
  function termStartsBeforeItEnds({ seat: { from, until } }) {
    if (until === undefined || from < until) return undefined;
    return {
      code: 'term-ends-before-it-starts',
      message: `The term would end at ${until}, before or as it starts at ${from}. Give a later end, or none.`,
    };
  },
  function termDoesNotReachBack({ seat: { from }, at }) {
    if (from >= at) return undefined;
    return {
      code: 'term-starts-in-the-past',
      message: `The term would have started at ${from}. A seat holds from its recording on: leave the start out, or give a later one.`,
    };
  },
  function personHasNoOtherSeat({ seat: { personId }, body, at }) {
    const held = body.seats.find((one) => one.personId === personId && !hasEnded(one, at));
    if (!held) return undefined;
    return {
      code: 'already-seated',
      message: `${personId} has a seat in "${body.name}" as ${held.role} already. Unseat them first.`,
    };
  },
  function chairIsOne({ seat, body }) {
    const chair = body.seats.find(
      (one) => one.role === 'chair' && overlap(one, seat) && one.personId !== seat.personId,
    );
    if (seat.role !== 'chair' || !chair) return undefined;
    return {
      code: 'chair-taken',
      message: `${chair.personId} chairs "${body.name}" in that term. Unseat them first, or start the term when theirs ends.`,
    };
  },
];

const seatMember = (
  { data: asked }: SeatMember,
  state: BodyState,
  { at }: DecisionContext,
): Verdict<MemberSeated, BodyRefusal> => {
  if (state.status === 'absent') return unknownBody();
  const held = state.seats.find(({ personId }) => personId === asked.personId);
  if (
    held &&
    !hasEnded(held, at) &&
    canonicalJson({ ...asked, from: asked.from ?? held.from }) === canonicalJson(held)
  )
    return accept();
  const seat = { ...asked, from: asked.from ?? at };
  return (
    firstRefusal(seatingPolicies, { seat, body: state, at }) ??
    accept({ type: 'MemberSeated', data: { bodyId: state.bodyId, ...seat } })
  );
};

const unseatMember = (
  { data: { personId, reason } }: UnseatMember,
  state: BodyState,
  { at }: DecisionContext,
): Verdict<MemberUnseated, BodyRefusal> => {
  if (state.status === 'absent') return unknownBody();
  if (!state.seats.some((seat) => seat.personId === personId && !hasEnded(seat, at)))
    return refuse('not-seated', `${personId} has no seat in "${state.name}". Name a person who has one.`);
  if (reason.trim() === '')
    return refuse('reason-missing', 'Say why this person leaves the body: it stays on record.');
  return accept({ type: 'MemberUnseated', data: { bodyId: state.bodyId, personId, reason } });
};

const unknownBody = () =>
  refuse('body-unknown', 'There is no such body. List the bodies of the portfolio, or establish it.');

export const decider: Decider<BodyState, BodyCommand, BodyEvent, BodyRefusal> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'EstablishBody':
        return establishBody(command, state);
      case 'SeatMember':
        return seatMember(command, state, context);
      case 'UnseatMember':
        return unseatMember(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
