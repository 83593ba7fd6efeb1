import type { Refused } from '@docket/kernel';
import {
  columnOf,
  layoutOf,
  missingColumns,
  repeatedColumn,
  type Column,
} from '../../domain/delegations/columns';
import type { CellNote, NamedRow } from '../../domain/delegations/named-row';
import { readRow, type Conventions } from '../../domain/delegations/read-row';
import { isRefused, refuseFile, type FileRefusal } from '../../domain/intake-refusal';
import { atOnce } from '../../domain/stepwise';
import { readCsv, type CsvRecord } from '../../reading/csv-table';
import { decodeText } from '../../reading/decode-text';
import type { ListFile } from '../import-gmpp/parse-gmpp';

/** Most rows of one scheme: each is judged against all others, and given by a command of its own. */
export const MOST_TIERS = 1_000;

/** What a file of a scheme says: rows that could be read, cells that could not, and columns that were left alone. */
export type ParsedScheme = Readonly<{
  rows: readonly NamedRow[];
  /** How many rows there are, those included that could not be read. */
  count: number;
  refused: readonly CellNote[];
  /** The line of each reference, the first where several rows have it. */
  references: ReadonlyMap<string, number>;
  notices: readonly CellNote[];
}>;

const LONGEST_VALUE = 120;
const short = (value: string): string =>
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;

/** Something said about a cell, short enough to be listed. */
export const note = (file: string, line: number, field: string, value: string, reason: string): CellNote => ({
  ...{ file, line, field, value: short(value), reason },
});

const unknownColumns = (file: string, header: readonly string[]): readonly CellNote[] =>
  header
    .filter((name) => columnOf(name) === undefined)
    .map((name) =>
      note(file, 1, name.trim(), '', 'Not a column of a scheme of delegation: it was not read.'),
    );

const wrongHeader = (file: string, header: readonly string[]): Refused<FileRefusal> | undefined => {
  const missing = missingColumns(header);
  if (missing.length > 0)
    return refuseFile(
      'column-missing',
      file,
      `These columns are missing: ${missing.join(', ')}. Found: ${header.join(', ').slice(0, 600)}. An export has all columns there are.`,
    );
  const repeated = repeatedColumn(header);
  if (repeated === undefined) return undefined;
  return refuseFile('file-malformed', file, `Two columns are named "${repeated}". Keep one of them.`);
};

const cellsOf = ({ cells }: CsvRecord, layout: ReadonlyMap<Column, number>): ReadonlyMap<Column, string> =>
  new Map([...layout].map(([column, at]) => [column, (cells[at] ?? '').trim().replace(/\s+/g, ' ')]));

const isBlank = ({ cells }: CsvRecord): boolean => cells.every((cell) => cell.trim() === '');

/** Reads a file of a scheme, row by row; a file that cannot be read is refused whole, a cell with its line. */
export const parseDelegations = (
  { name: file, bytes }: ListFile,
  conventions: Conventions,
): ParsedScheme | Refused<FileRefusal> => {
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return text;
  const table = atOnce(readCsv(text, file, (name) => columnOf(name) !== undefined));
  if (isRefused(table)) return table;
  const { header } = table;
  const wrong = wrongHeader(file, header);
  if (wrong) return wrong;
  const records = table.records.filter((record) => !isBlank(record));
  if (records.length === 0)
    return refuseFile(
      'file-empty',
      file,
      'It has a header, and no row below. Write one row per tier and kind.',
    );
  if (records.length > MOST_TIERS)
    return refuseFile(
      'file-too-large',
      file,
      `More than ${MOST_TIERS} rows. Keep one row per tier and kind.`,
    );
  const layout = layoutOf(header);
  const rows: NamedRow[] = [];
  const refused: CellNote[] = [];
  const references = new Map<string, number>();
  for (const record of records) {
    const { line } = record;
    const cells = cellsOf(record, layout);
    const reference = cells.get('reference') ?? '';
    if (reference !== '' && !references.has(reference)) references.set(reference, line);
    const row = readRow(line, cells, conventions);
    if ('line' in row) rows.push(row);
    else for (const { column, value, reason } of row) refused.push(note(file, line, column, value, reason));
  }
  const notices = unknownColumns(file, header);
  return { rows, count: records.length, refused, references, notices };
};
