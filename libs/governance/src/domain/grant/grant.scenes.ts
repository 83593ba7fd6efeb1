import type { Instant } from '@docket/kernel';
import type { Authority } from '../authority';
import type { BodyState, SeatRole } from '../body';
import type { GrantFacts, GiveGrant, GrantCommand } from './grant.commands';
import type { MotionFacts } from './deciding';
import type { Chain } from './chain';
import type { GrantEvent, GrantGiven } from './grant.events';
import type { KnownGrant } from './grant.state';

export const NOW: Instant = '2026-03-02T09:00:00.000Z';
export const portfolioId = 'city';

export const UNLIMITED: Authority = {
  ...{ domains: null, kinds: null, outcomes: null, perDecision: null, perPeriod: null },
  ...{ from: NOW, until: null },
};

/** A body of one: `cleo` chairs the board, `lea` leads. */
export const body = (bodyId: string, chair: string, role: SeatRole = 'chair'): BodyState => ({
  status: 'established',
  rules: 1,
  ...{ bodyId, portfolioId, name: bodyId, quorum: { kind: 'count', seats: 1 } },
  ...{ carryRule: 'majority-of-cast', minimumSeats: 1 },
  seats: [{ personId: chair, role, from: '2026-01-01T00:00:00.000Z' }],
});
export const board = body('board', 'cleo');
export const lead = body('lead', 'lea');

/** A grant of the portfolio to a body, as a chain has it. */
export const grant = (grantId: string, bodyId: string, change: Partial<KnownGrant> = {}): KnownGrant => ({
  ...{ grantId, portfolioId, bodyId, from: { kind: 'portfolio' }, authority: UNLIMITED },
  ...{ maySubDelegate: true, callInHours: null, isRevoked: false, account: [] },
  ...change,
});

export const NO_CHAIN: Chain = { grants: [], isRootLimited: false };
export const chain = (...grants: readonly KnownGrant[]): Chain => ({ grants, isRootLimited: false });

const paths = new Map([
  ['roads', ['roads']],
  ['bridges', ['bridges', 'roads']],
  ['rail', ['rail']],
]);

/** The portfolio gives its authority to the board. */
export const give = (
  change: Partial<Omit<GiveGrant['data'], 'facts' | 'authority'>> = {},
  authority: Partial<Authority> = {},
  facts: Partial<GrantFacts> = {},
): GiveGrant => ({
  type: 'GiveGrant',
  data: {
    ...{ grantId: 'g-1', portfolioId, from: { kind: 'portfolio' }, bodyId: 'board', maySubDelegate: true },
    callInHours: null,
    ...change,
    authority: { ...UNLIMITED, ...authority },
    facts: {
      ...{ portfolioKnown: true, holder: board, grantor: { status: 'absent' }, above: NO_CHAIN },
      ...{ isGrantorLimited: false, paths, isEntered: true },
      ...facts,
    },
  },
});

/** The board passes on a part of `above` to the lead. */
export const delegate = (
  above: Chain,
  authority: Partial<Authority> = {},
  facts: Partial<GrantFacts> = {},
  change: Partial<GiveGrant['data']> = {},
): GiveGrant => {
  const [own] = above.grants;
  const from = { kind: 'grant', grantId: own?.grantId ?? 'nobody', bodyId: own?.bodyId ?? 'nobody' } as const;
  const known = { holder: lead, grantor: board, above, isGrantorLimited: true };
  return give({ grantId: 'g-2', from, bodyId: 'lead', ...change }, authority, { ...known, ...facts });
};

export const given = (authority: Partial<Authority> = {}, change: Partial<GrantGiven['data']> = {}) => {
  const data = { grantId: 'g-1', portfolioId, from: { kind: 'portfolio' }, bodyId: 'board' } as const;
  const event: GrantGiven = {
    type: 'GrantGiven',
    data: {
      ...data,
      maySubDelegate: true,
      callInHours: null,
      ...change,
      authority: { ...UNLIMITED, ...authority },
    },
  };
  return event;
};
export const revoked: GrantEvent = { type: 'GrantRevoked', data: { grantId: 'g-1', reason: 'Over.' } };

/** A go on the bridge, at 100, that is not linked to anything. */
export const motion = (change: Partial<MotionFacts> = {}): MotionFacts => ({
  motionId: 'm-1',
  of: { projectId: 'bridge', programme: null, linked: [] },
  asked: { portfolioId, path: ['bridges', 'roads'], kind: null, outcomes: ['go'] },
  value: '100',
  accounts: [],
  timeZone: 'Europe/London',
  ...change,
});
export const reserve = (change: Partial<MotionFacts> = {}, above: Chain = NO_CHAIN): GrantCommand => ({
  type: 'ReserveAmount',
  data: { motion: motion(change), above },
});
export const reserved = (
  change: Partial<Extract<GrantEvent, { type: 'AmountReserved' }>['data']> = {},
): GrantEvent => ({
  type: 'AmountReserved',
  data: {
    ...{ grantId: 'g-1', motionId: 'm-1', projectId: 'bridge', programme: null, linked: [] },
    ...{ value: '100', counted: '100', together: [], at: NOW, period: null },
    ...change,
  },
});
export const confirm = (motionId = 'm-1'): GrantCommand => ({
  type: 'ConfirmReservation',
  data: { motionId },
});
export const release = (motionId = 'm-1'): GrantCommand => ({
  type: 'ReleaseReservation',
  data: { motionId },
});
export const confirmed = (motionId = 'm-1'): GrantEvent => ({
  type: 'ReservationConfirmed',
  data: { grantId: 'g-1', motionId },
});
export const released = (motionId = 'm-1'): GrantEvent => ({
  type: 'ReservationReleased',
  data: { grantId: 'g-1', motionId },
});
