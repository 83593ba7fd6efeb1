import {
  accept,
  canonicalJson,
  firstRefusal,
  refuse,
  tidyName,
  unreachable,
  type Decider,
  type DecisionContext,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import { changeRules, rulesPolicies, unknownBody } from './body-rules';
import type { BodyCommand, BodyRefusal, EstablishBody, SeatMember, UnseatMember } from './body.commands';
import type { BodyEstablished, BodyEvent, MemberSeated, MemberUnseated } from './body.events';
import { evolve, initialState, type BodyState } from './body.state';
import { hasEnded } from './seats';
import { seatingPolicies } from './seating.policy';

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
  ...rulesPolicies,
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
      case 'ChangeBodyRules':
        return changeRules(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
