import { defineTable, type Instant } from '@docket/kernel';
import type { Authority } from './domain/authority/authority';
import type { Reservation } from './domain/authority/reservation';
import type { Grantor } from './domain/grant/grant.events';
import type { KnownGrant } from './domain/grant/grant.state';

export type RevocationJson = Readonly<{ reason: string; at: Instant; by: string }>;

export type GrantRow = Readonly<{
  body_id: string;
  grantor: Grantor;
  authority: Authority;
  may_sub_delegate: boolean;
  /** How many hours the giving body may call in what is decided under it; null: not at all. */
  call_in_hours: number | null;
  given_at: Instant;
  given_by: string;
  revocation: RevocationJson | null;
  account: readonly Reservation[];
}>;

/** One row per grant, by id; scope is the portfolio. `account`: what is reserved and confirmed, in order as reserved. */
export const grantTable = defineTable<GrantRow>('grant', {
  body_id: 'text',
  grantor: 'json',
  authority: 'json',
  may_sub_delegate: 'boolean',
  call_in_hours: 'integer',
  given_at: 'text',
  given_by: 'text',
  revocation: 'json',
  account: 'json',
});

/** A grant as its row has it, in the form in which it is judged. */
export const grantInRow = (grantId: string, portfolioId: string, row: GrantRow): KnownGrant => ({
  grantId,
  portfolioId,
  from: row.grantor,
  bodyId: row.body_id,
  authority: row.authority,
  maySubDelegate: row.may_sub_delegate,
  callInHours: row.call_in_hours,
  isRevoked: row.revocation !== null,
  account: row.account,
});
