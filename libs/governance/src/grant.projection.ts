import type { Change, Instant, Metadata, Projection, Recorded } from '@docket/kernel';
import type { GrantEvent, GrantGiven } from './domain/grant/grant.events';
import { accountAfter } from './domain/grant/grant.state';
import { grantTable, type GrantRow } from './grant.tables';

/** When the organisation knew it. */
const momentOf = ({ knownAt, recordedAt }: Metadata): Instant => knownAt ?? recordedAt;

type OfGiven = Exclude<GrantEvent, GrantGiven>;

/** What happened to a grant that is there. Its portfolio is in the metadata of every event of it. */
const change = (
  { data: { grantId }, meta: { portfolio } }: Recorded<OfGiven>,
  to: (row: GrantRow) => GrantRow,
): readonly Change<GrantRow>[] => {
  if (portfolio === undefined) throw new Error(`An event of grant ${grantId} names no portfolio.`);
  const known = (row: GrantRow | undefined): GrantRow => {
    if (row) return to(row);
    throw new Error(`Something happened to grant ${grantId} before it was given.`);
  };
  return [{ key: grantId, scope: portfolio, to: known }];
};

const accounted = (event: Recorded<Exclude<OfGiven, { type: 'GrantRevoked' }>>) =>
  change(event, (row) => ({ ...row, account: accountAfter(row.account, event) }));

export const grantProjection: Projection<GrantRow, GrantEvent> = {
  table: grantTable,
  on: {
    GrantGiven: ({ data, meta }) => {
      const { grantId: key, portfolioId: scope, from, bodyId, authority, maySubDelegate, callInHours } = data;
      const given = {
        body_id: bodyId,
        grantor: from,
        authority,
        may_sub_delegate: maySubDelegate,
        call_in_hours: callInHours,
      };
      const row = { ...given, given_at: momentOf(meta), given_by: meta.actor, revocation: null, account: [] };
      return [{ key, scope, to: () => row }];
    },
    GrantRevoked: (event) => {
      const { data, meta } = event;
      const revocation = { reason: data.reason, at: momentOf(meta), by: meta.actor };
      return change(event, (row) => ({ ...row, revocation }));
    },
    AmountReserved: accounted,
    ReservationConfirmed: accounted,
    AmountFreed: accounted,
    ReservationReleased: accounted,
  },
};
