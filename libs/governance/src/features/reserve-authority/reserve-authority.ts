import {
  loadState,
  runCommand,
  type CommandRuntime,
  type Receipt,
  type Refused,
  type Refusal,
  type Request,
  type RunCode,
} from '@docket/kernel';
import {
  chainOf,
  decidingAt,
  Grant,
  isLimitedBy,
  routeOf,
  type Chain,
  type GrantRefusal,
  type Route,
  type ReserveAmount,
} from '../../domain/grant';
import { derivedRequest } from '../derived-request';
import { motionAuthority, type MotionUnderAuthority } from './motion-authority';
import { settleAuthority } from './settle-authority';

/**
 * Whether a body may decide a motion now. `full-authority`: nobody has limited it, and nothing is reserved. `reserved`: the value is
 * reserved in the account of each of these grants, from the one it is decided under up to the root. `escalates`: it may not; `why` is the
 * first reason, `to` the lowest grant that permits it, or null: then it is for a body that nobody has limited.
 */
export type AuthorityAnswer =
  | Readonly<{ outcome: 'full-authority' }>
  | Readonly<{ outcome: 'reserved'; grants: readonly string[] }>
  | Readonly<{
      outcome: 'escalates';
      why: Refusal<GrantRefusal | RunCode>;
      to: Readonly<{ grantId: string; bodyId: string }> | null;
    }>;

const NO_GRANT = {
  code: 'domain-not-covered',
  message: 'It stands outside of what the grants of this body cover. Ask a body above.',
} as const;

type Reserving = Readonly<{ runtime: CommandRuntime; request: Request; motion: MotionUnderAuthority }>;

/** Reserves under one grant, judged on all streams as they stand. */
const reserveUnder = (
  { runtime, request, motion }: Reserving,
  grantId: string,
): Promise<Receipt | Refused<GrantRefusal | RunCode>> => {
  const asked = derivedRequest(runtime, request, 'reserve-amount', { grantId, ...motion });
  return runCommand(runtime, Grant, grantId, asked, async (gather): Promise<ReserveAmount> => {
    const known = await motionAuthority(gather, motion);
    const grant = known.grants.get(grantId);
    const chain: Chain = grant
      ? chainOf(grant, known.grants, isLimitedBy(known.grants))
      : { grants: [], isRootLimited: false };
    const above = { ...chain, grants: chain.grants.slice(1) };
    return { type: 'ReserveAmount', data: { motion: known.motion, above } };
  });
};

/** The root first, so that what is reserved below is reserved above. */
const reserveAlong = async (
  reserving: Reserving,
  rootFirst: readonly string[],
): Promise<Refused<GrantRefusal | RunCode> | undefined> => {
  for (const grantId of rootFirst) {
    const answer = await reserveUnder(reserving, grantId);
    if (answer.outcome === 'refused') return answer;
  }
  return undefined;
};

type Escalation = Extract<AuthorityAnswer, { outcome: 'escalates' }>;

/** The first grant that permits it, as a way up. */
const wayUp = ({ decides }: Route): Escalation['to'] =>
  decides.by === 'grant' ? { grantId: decides.grantId, bodyId: decides.bodyId } : null;

/** What was taken on the way is given back. */
const escalate = async (
  { runtime, request, motion }: Reserving,
  why: Escalation['why'],
  to: Escalation['to'],
): Promise<Escalation> => {
  await settleAuthority(runtime, request, { ...motion, confirmed: [] });
  return { outcome: 'escalates', why, to };
};

/**
 * Reserves the value of a motion in the accounts it counts in, before its decision is recorded. Asked again it finds what it reserved. A
 * crash in between leaves reservations, which `settleAuthority` confirms or releases once the motion has ended.
 */
export const reserveAuthority = async (
  runtime: CommandRuntime,
  request: Request,
  motion: MotionUnderAuthority,
): Promise<AuthorityAnswer> => {
  const reserving = { runtime, request, motion };
  const known = await motionAuthority((aggregate, id) => loadState(runtime, aggregate, id), motion);
  if (!isLimitedBy(known.grants)(motion.bodyId)) return { outcome: 'full-authority' };
  const deciding = decidingAt(known.motion, request.knownAt ?? runtime.clock.now());
  const route = routeOf(deciding, { grants: known.grants, bodyIds: [] });
  const own = route.steps.filter(({ bodyId }) => bodyId === motion.bodyId);
  const step = own.find(({ refusal }) => refusal === null);
  if (!step) return escalate(reserving, own[0]?.refusal ?? NO_GRANT, wayUp(route));
  const grants = step.chain.grants.map(({ grantId }) => grantId);
  const refused = await reserveAlong(reserving, grants.toReversed());
  return refused ? escalate(reserving, refused.refusal, null) : { outcome: 'reserved', grants };
};
