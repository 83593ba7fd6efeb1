import {
  BatchRefused,
  canonicalJson,
  sha256,
  type ColumnKind,
  type Json,
  type Row,
  type RowVersion,
  type Table,
} from '@docket/kernel';
import { isDeepStrictEqual } from 'node:util';
import { decoderOf, encodeCell, readBackOf, type Cell } from './column-codec';

/** Snake case without doubled underscores: room for our own names beside those of a context. */
const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const LONGEST_NAME = 40;

/** A row as it was read or will be, with its cells where they were made. */
export type Kept<R extends Row = Row> = Readonly<{ row: R; cells?: readonly Cell[] | undefined }>;

export type ReadBack<R extends Row = Row> = Required<Kept<R>> &
  Readonly<{ cells: readonly Cell[]; isSame: boolean }>;

/** A version of a row whose cells are made already: who writes it does not make them again. */
export class EncodedVersion implements RowVersion {
  constructor(
    readonly key: string,
    readonly scope: string,
    readonly validFrom: number,
    readonly row: Row,
    readonly cells: readonly Cell[],
  ) {}
}

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
   * The row as it will be read again with its cells, and whether that is what `former` is: the one read before it of the same key, if there
   * is one. What it shares with that one is not written and read anew. @throws BatchRefused
   */
  readBack: (row: R, former: Kept<R> | undefined) => ReadBack<R>;
  /** The cells of a version: nothing but nulls where the row was removed. @throws BatchRefused */
  cellsOf: (version: RowVersion<R>) => readonly Cell[];
  /** The row whose cells begin at `from`. */
  decode: (cells: readonly unknown[], from: number) => R;
}>;

const checkName = (name: string): void => {
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    throw new Error(
      `"${name}" cannot name a table or column: snake_case of at most ${LONGEST_NAME} letters.`,
    );
};

type Columns = readonly (readonly [column: string, kind: ColumnKind])[];
type CellOf = (column: string, kind: ColumnKind, value: Json | undefined) => Cell;
/** Whether the fields are the columns, all of them and in their order. @throws BatchRefused where one is none */
type CheckFields = (row: Row) => boolean;

/** `readBack` of a table of these columns. A plain loop: this runs for every row that an event changes. */
const readingBack =
  <R extends Row>(columns: Columns, cellOf: CellOf, checkFields: CheckFields) =>
  (given: R, former: Kept<R> | undefined): ReadBack<R> => {
    let isAsGiven = checkFields(given) && Object.getPrototypeOf(given) === Object.prototype;
    const values: Json[] = [];
    const cells: Cell[] = [];
    let isSame = former !== undefined;
    for (let at = 0; at < columns.length; at += 1) {
      const [column, kind] = columns[at] ?? ['', 'text'];
      const value = given[column] ?? null;
      const before = former?.row[column];
      const isKept = Object.is(value, before);
      const cell = isKept && former?.cells ? (former.cells[at] ?? null) : cellOf(column, kind, value);
      const again = isKept ? value : readBackOf(kind, value, cell);
      isSame &&= isKept || isDeepStrictEqual(again, before);
      isAsGiven &&= Object.is(again, given[column]);
      cells.push(cell);
      values.push(again);
    }
    return { row: isAsGiven ? given : rowOf<R>(columns, values), cells, isSame };
  };

const rowOf = <R extends Row>(columns: Columns, values: readonly Json[]): R => {
  const row: Record<string, Json> = {};
  columns.forEach(([column], at) => {
    row[column] = values[at] ?? null;
  });
  return row as R;
};

/** Lays out one table. @throws Error for a name that is not snake_case */
export const layoutOf = <R extends Row>(table: Table<R>): TableLayout<R> => {
  const entries = Object.entries<ColumnKind>(table.columns);
  for (const name of [table.name, ...entries.map(([column]) => column)]) checkName(name);
  const names = entries.map(([column]) => column);
  const declared = new Set(names);
  const checkFields: CheckFields = (row) => {
    let at = 0;
    let isInOrder = true;
    for (const field in row) {
      isInOrder &&= field === names[at++];
      if (!isInOrder && !declared.has(field))
        throw new BatchRefused(`Table "${table.name}" has no column "${field}".`);
    }
    return isInOrder && at === names.length;
  };
  const cellOf = (column: string, kind: ColumnKind, value: Json | undefined): Cell => {
    try {
      return encodeCell(kind, value);
    } catch (cause) {
      throw new BatchRefused(`${table.name}.${column}: ${String(cause)}`, { cause });
    }
  };
  const encode = (row: R): readonly Cell[] => {
    checkFields(row);
    return entries.map(([column, kind]) => cellOf(column, kind, row[column]));
  };
  const blank: readonly Cell[] = names.map(() => null);
  const cellsOf = (version: RowVersion<R>): readonly Cell[] =>
    version instanceof EncodedVersion ? version.cells : version.row ? encode(version.row) : blank;
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
    cellsOf,
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
