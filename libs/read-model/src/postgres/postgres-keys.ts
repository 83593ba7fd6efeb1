import { BatchRefused, type RowVersion } from '@docket/kernel';
import type { Session } from '@docket/postgres';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { BuildTables } from '../build/build-tables';
import { escapeText, unescapeText } from '../build/column-codec';
import type { TableLayout } from '../build/table-layout';
import { unnested } from './unnested';

/** Keys of a table whose number is remembered; beyond, they are looked up again. */
const MOST_REMEMBERED = 50_000;

type Known = Readonly<{ id: number; scope: string }>;
type Keyed = Pick<RowVersion, 'key' | 'scope'>;

/** The numbers of the keys of one build: made once, and remembered as long as what made them was not undone. */
export class PostgresKeys {
  private readonly known = new Map<string, Map<string, Known>>();

  constructor(
    private readonly compiler: Kysely<BuildTables>,
    private readonly table: (name: string) => RawBuilder<unknown>,
  ) {}

  /** The number of each key, made where there is none. @throws BatchRefused when a key comes in another scope than its own */
  async idsOf(session: Session, layout: TableLayout, keyed: readonly Keyed[]): Promise<readonly number[]> {
    const known = this.ofTable(layout);
    const unknown = new Map(keyed.filter(({ key }) => !known.has(key)).map((one) => [one.key, one]));
    if (known.size + unknown.size > MOST_REMEMBERED) {
      known.clear();
      for (const one of keyed) unknown.set(one.key, one);
    }
    if (unknown.size > 0) await this.find(session, layout, [...unknown.values()], known);
    return keyed.map((one) => idIn(layout, known, one));
  }

  /** What was undone is not as it is remembered. */
  forget(): void {
    this.known.clear();
  }

  private async find(
    session: Session,
    layout: TableLayout,
    unknown: readonly Keyed[],
    known: Map<string, Known>,
  ): Promise<void> {
    const keys = this.table(layout.keys);
    const given = unnested([
      ['text', unknown.map(({ key }) => escapeText(key))],
      ['text', unknown.map(({ scope }) => escapeText(scope))],
      ['integer', unknown.map((_, index) => index)],
    ]);
    const found = await session.rows<[index: number, id: number, scope: string]>(
      sql`with given (key, scope, index) as materialized (select * from ${given}),
        made as (insert into ${keys} (key, scope) select key, scope from given
          on conflict (key) do nothing returning _id, key, scope)
        select g.index, made._id, made.scope from given g join made on made.key = g.key
        union all select g.index, k._id, k.scope from given g join ${keys} k on k.key = g.key`.compile(
        this.compiler,
      ),
    );
    for (const [index, id, scope] of found) {
      const one = unknown[index];
      if (one) known.set(one.key, { id, scope: unescapeText(scope) });
    }
  }

  private ofTable({ name }: TableLayout): Map<string, Known> {
    const known = this.known.get(name) ?? new Map<string, Known>();
    this.known.set(name, known);
    return known;
  }
}

const idIn = ({ name }: TableLayout, known: ReadonlyMap<string, Known>, { key, scope }: Keyed): number => {
  const found = known.get(key);
  if (found?.scope === scope) return found.id;
  throw new BatchRefused(`${name} "${key}" is in scope "${found?.scope}" for life, not in "${scope}".`);
};
