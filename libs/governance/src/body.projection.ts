import type { Change, Projection, Recorded } from '@docket/kernel';
import type { BodyEvent, MemberSeated, MemberUnseated } from './domain/body';
import { bodyTable, type BodyRow, type SeatJson } from './governance.tables';

/** What happened to a body that is there. Its portfolio is in the metadata of every event of it. */
const change = (
  { data: { bodyId }, meta: { portfolio } }: Recorded<MemberSeated | MemberUnseated>,
  to: (seats: readonly SeatJson[]) => readonly SeatJson[],
): readonly Change<BodyRow>[] => {
  if (portfolio === undefined) throw new Error(`An event of body ${bodyId} names no portfolio.`);
  const known = (row: BodyRow | undefined): BodyRow => {
    if (row) return { ...row, seats: to(row.seats) };
    throw new Error(`Something happened to body ${bodyId} before it was established.`);
  };
  return [{ key: bodyId, scope: portfolio, to: known }];
};

const without = (seats: readonly SeatJson[], personId: string): readonly SeatJson[] =>
  seats.filter((seat) => seat.personId !== personId);

export const bodyProjection: Projection<BodyRow, BodyEvent> = {
  table: bodyTable,
  on: {
    BodyEstablished: ({ data }) => {
      const {
        bodyId: key,
        portfolioId: scope,
        name,
        quorum,
        carryRule: carry_rule,
        minimumSeats: minimum_seats,
      } = data;
      return [{ key, scope, to: () => ({ name, quorum, carry_rule, minimum_seats, seats: [] }) }];
    },
    MemberSeated: (event) => {
      const { personId, role, from, until = null } = event.data;
      return change(event, (seats) => [...without(seats, personId), { personId, role, from, until }]);
    },
    MemberUnseated: (event) => change(event, (seats) => without(seats, event.data.personId)),
  },
};
