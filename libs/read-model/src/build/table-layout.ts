import {
  BatchRefused,
  canonicalJson,
  sha256,
  type ColumnKind,
  type Json,
  type Row,
  type Table,
} from '@docket/kernel';
import { isDeepStrictEqual } from 'node:util';
import { decoderOf, encodeCell, readBackOf, type Cell } from './column-codec';

/** Snake case without doubled underscores: room for our own names beside those of a context. */
const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const LONGEST_NAME = 40;

/** How a declared table is laid out: its keys with their scopes in one table, the versions of its rows in another. */
export type TableLayout<R extends Row = Row> = Readonly<{
  name: string;
  keys: string;
  versions: string;
  columns: readonly string[];
  kinds: readonly ColumnKind[];
  /** The cells of a row in the order of the columns. @throws BatchRefused */
  encode: (row: R) => readonly Cell[];
  /**
   * The row as it will be read again, and whether that is what `former` is: the row read before it of the same key, if there is one.
   * What it shares with that one is not written and read anew. @throws BatchRefused
   */
  readBack: (row: R, former: R | undefined) => Readonly<{ row: R; isSame: boolean }>;
  /** The row whose cells begin at `from`. */
  decode: (cells: readonly unknown[], from: number) => R;
}>;

const checkName = (name: string): void => {
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    throw new Error(
      `"${name}" cannot name a table or column: snake_case of at most ${LONGEST_NAME} letters.`,
    );
};

/** The cells of rows made by `readBack`, so that writing such a row does not make them again. */
const cellsOfReadBack = new WeakMap<Row, readonly Cell[]>();

type Columns = readonly (readonly [column: string, kind: ColumnKind])[];
type CellOf = (column: string, kind: ColumnKind, value: Json | undefined) => Cell;
type CheckFields = (row: Row) => void;

/** `readBack` of a table of these columns. A plain loop: this runs for every row that an event changes. */
const readingBack =
  <R extends Row>(columns: Columns, cellOf: CellOf, checkFields: CheckFields) =>
  (given: R, former: R | undefined): Readonly<{ row: R; isSame: boolean }> => {
    checkFields(given);
    const known = former && cellsOfReadBack.get(former);
    const row: Record<string, Json> = {};
    const cells: Cell[] = [];
    let isSame = former !== undefined;
    for (let at = 0; at < columns.length; at += 1) {
      const [column, kind] = columns[at] ?? ['', 'text'];
      const value = given[column] ?? null;
      const before = former?.[column];
      const isKept = Object.is(value, before);
      const cell = isKept && known ? (known[at] ?? null) : cellOf(column, kind, value);
      const again = isKept ? value : readBackOf(kind, value, cell);
      isSame &&= isKept || isDeepStrictEqual(again, before);
      cells.push(cell);
      row[column] = again;
    }
    cellsOfReadBack.set(row, cells);
    return { row: row as R, isSame };
  };

/** Lays out one table. @throws Error for a name that is not snake_case */
export const layoutOf = <R extends Row>(table: Table<R>): TableLayout<R> => {
  const entries = Object.entries<ColumnKind>(table.columns);
  for (const name of [table.name, ...entries.map(([column]) => column)]) checkName(name);
  const declared = new Set(entries.map(([column]) => column));
  const checkFields: CheckFields = (row) => {
    for (const field in row)
      if (!declared.has(field)) throw new BatchRefused(`Table "${table.name}" has no column "${field}".`);
  };
  const cellOf = (column: string, kind: ColumnKind, value: Json | undefined): Cell => {
    try {
      return encodeCell(kind, value);
    } catch (cause) {
      throw new BatchRefused(`${table.name}.${column}: ${String(cause)}`, { cause });
    }
  };
  const encode = (row: R): readonly Cell[] => {
    const known = cellsOfReadBack.get(row);
    if (known) return known;
    checkFields(row);
    return entries.map(([column, kind]) => cellOf(column, kind, row[column]));
  };
  const names = entries.map(([column]) => column);
  const kinds = entries.map(([, kind]) => kind);
  const decoders = kinds.map(decoderOf);
  // A plain loop over prepared decoders: this runs for every row of every answer.
  const decode = (cells: readonly unknown[], from: number): R => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i += 1) {
      const cell = cells[from + i];
      row[names[i] ?? ''] = cell === null ? null : decoders[i]?.(cell);
    }
    return row as R;
  };
  return {
    name: table.name,
    keys: `${table.name}__keys`,
    versions: `${table.name}__versions`,
    columns: [...declared],
    kinds,
    encode,
    readBack: readingBack(entries, cellOf, checkFields),
    decode,
  };
};

/** The layouts of a definition by table name. */
export class Layouts {
  private readonly byName: ReadonlyMap<string, TableLayout>;

  /** @throws Error for two tables of one name or a name that is not snake_case */
  constructor(tables: readonly Table[]) {
    this.byName = new Map(tables.map((table) => [table.name, layoutOf(table)]));
    if (this.byName.size < tables.length) throw new Error('Two tables have the same name.');
  }

  all(): readonly TableLayout[] {
    return [...this.byName.values()];
  }

  /** @throws BatchRefused for a table that was not declared when the read model was opened */
  named(name: string): TableLayout {
    const layout = this.byName.get(name);
    if (!layout) throw new BatchRefused(`Table "${name}" is not declared in this read model.`);
    return layout;
  }

  of<R extends Row>(table: Table<R>): TableLayout<R> {
    return this.named(table.name) as unknown as TableLayout<R>;
  }

  /** Equal for equal tables, whatever their order: a build made for other tables is recognised by it. */
  digest(): string {
    const tables = this.all().map(({ name, columns, kinds }) => [
      name,
      columns.map((column, i) => [column, kinds[i]]),
    ]);
    return sha256(canonicalJson(tables.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))));
  }
}
