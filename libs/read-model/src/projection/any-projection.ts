import type { Change, Event, Recorded, Row, Table } from '@docket/kernel';

type AnyChange = Readonly<{ key: string; scope: string; to: (row: undefined) => Row | undefined }>;

/** A projection of whatever rows and events: what a runner is given a list of. */
export type AnyProjection = Readonly<{
  table: Table;
  on: Readonly<Record<string, ((event: never) => readonly AnyChange[]) | undefined>>;
}>;

/** A change together with the table it is made in. */
export type TableChange = Readonly<{ table: Table; change: Change }>;

/** What an event changes, in the order of the projections. The handler of a type gets events of that type only. */
export const changesOf = (
  projections: readonly AnyProjection[],
  event: Recorded<Event>,
): readonly TableChange[] =>
  projections.flatMap(({ table, on }) => {
    const handler = Object.hasOwn(on, event.type) ? on[event.type] : undefined;
    const changes = handler ? handler(event as never) : [];
    return changes.map((change) => ({ table, change: change as Change }));
  });

/** The tables of these projections, each once. */
export const tablesOf = (projections: readonly AnyProjection[]): readonly Table[] => [
  ...new Map(projections.map(({ table }) => [table.name, table])).values(),
];
