import type { Change, Projection, Recorded } from '@docket/kernel';
import type { BodyEstablished, BodyEvent, MemberSeated, MemberUnseated } from './domain/body';
import { bodyTable, type BodyRow, type SeatJson } from './governance.tables';

/** What happened to a body that is there. Its portfolio is in the metadata of every event of it. */
const change = (
  { data: { bodyId }, meta: { portfolio } }: Recorded<Exclude<BodyEvent, BodyEstablished>>,
  to: (row: BodyRow) => BodyRow,
): readonly Change<BodyRow>[] => {
  if (portfolio === undefined) throw new Error(`An event of body ${bodyId} names no portfolio.`);
  const known = (row: BodyRow | undefined): BodyRow => {
    if (row) return to(row);
    throw new Error(`Something happened to body ${bodyId} before it was established.`);
  };
  return [{ key: bodyId, scope: portfolio, to: known }];
};

const seated = (
  event: Recorded<MemberSeated | MemberUnseated>,
  to: (seats: readonly SeatJson[]) => readonly SeatJson[],
) => change(event, (row) => ({ ...row, seats: to(row.seats) }));

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
      return [{ key, scope, to: () => ({ name, quorum, carry_rule, minimum_seats, rules: 1, seats: [] }) }];
    },
    MemberSeated: (event) => {
      const { personId, role, alternateFor = null, from, until = null } = event.data;
      return seated(event, (seats) => [
        ...without(seats, personId),
        { personId, role, alternateFor, from, until },
      ]);
    },
    MemberUnseated: (event) => seated(event, (seats) => without(seats, event.data.personId)),
    BodyRulesChanged: (event) => {
      const { quorum, carryRule: carry_rule, minimumSeats: minimum_seats, rules } = event.data;
      return change(event, (row) => ({ ...row, quorum, carry_rule, minimum_seats, rules }));
    },
  },
};
