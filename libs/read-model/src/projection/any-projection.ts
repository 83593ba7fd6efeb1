import type { Change, Event, Recorded, Row, Table } from '@docket/kernel';

type AnyChange = Readonly<{ key: string; scope: string; to: (row: undefined) => Row | undefined }>;

/** A projection of whatever rows and events: what a runner is given a list of. */
export type AnyProjection = Readonly<{
  table: Table;
  on: Readonly<Record<string, ((event: never) => readonly AnyChange[]) | undefined>>;
}>;

/** A change together with the table it is made in. */
export type TableChange = Readonly<{ table: Table; change: Change }>;

type Handler = Readonly<{ table: Table; changesOf: (event: never) => readonly AnyChange[] }>;

/** What events change. Which projections hear of a type is looked up once: most of them do not. */
export class Handlers {
  private readonly byType = new Map<string, readonly Handler[]>();

  constructor(private readonly projections: readonly AnyProjection[]) {}

  /** What an event changes, in the order of the projections. The handler of a type gets events of that type only. */
  changesOf(event: Recorded<Event>): readonly TableChange[] {
    const changes: TableChange[] = [];
    for (const { table, changesOf } of this.of(event.type))
      for (const change of changesOf(event as never)) changes.push({ table, change: change as Change });
    return changes;
  }

  private of(type: string): readonly Handler[] {
    const known = this.byType.get(type);
    if (known) return known;
    const handlers = this.projections.flatMap(({ table, on }) => {
      const changesOf = Object.hasOwn(on, type) ? on[type] : undefined;
      return changesOf ? [{ table, changesOf }] : [];
    });
    this.byType.set(type, handlers);
    return handlers;
  }
}

/** The tables of these projections, each once. */
export const tablesOf = (projections: readonly AnyProjection[]): readonly Table[] => [
  ...new Map(projections.map(({ table }) => [table.name, table])).values(),
];
