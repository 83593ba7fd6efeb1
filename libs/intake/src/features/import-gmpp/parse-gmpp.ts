import type { Refused } from '@docket/kernel';
import { fieldOf, missingColumns, type Field } from '../../domain/gmpp/columns';
import type { DatedRow } from '../../domain/gmpp/dated-row';
import { doubt, type Doubt } from '../../domain/gmpp/doubt';
import { readRow } from '../../domain/gmpp/read-row';
import { isRefused, refuseFile, type FileRefusal } from '../../domain/intake-refusal';
import { atOnce, mapInSteps, type Stepwise } from '../../domain/stepwise';
import { readCsv } from '../../reading/csv-table';
import { decodeText } from '../../reading/decode-text';

/** A file of a list; `name` without folders: it is what events and doubts name as their source. */
export type ListFile = Readonly<{ name: string; bytes: Uint8Array }>;

/** What a file says, row by row, and what in it is doubtful; nothing is left out without a doubt. */
export type ParsedList = Readonly<{ rows: readonly DatedRow[]; doubtful: readonly Doubt[] }>;

const layoutOf = (header: readonly string[]): ReadonlyMap<Field, readonly number[]> => {
  const layout = new Map<Field, number[]>();
  header.forEach((name, column) => {
    const field = fieldOf(name);
    if (field) layout.set(field, [...(layout.get(field) ?? []), column]);
  });
  return layout;
};

const unknownColumns = (file: string, header: readonly string[]): readonly Doubt[] =>
  header
    .filter((name) => fieldOf(name) === undefined)
    .map((name) =>
      doubt({ file, line: 1, field: name, value: '', reason: 'Not a column of this list: it was not read.' }),
    );

/**
 * Reads one file of the UK Government Major Projects Portfolio, as dirty as it is, step by step; a file that cannot be read is
 * refused whole.
 */
export function* parsingGmpp({ name: file, bytes }: ListFile): Stepwise<ParsedList | Refused<FileRefusal>> {
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return text;
  const table = yield* readCsv(text, file, (name) => fieldOf(name) !== undefined);
  if (isRefused(table)) return table;
  const { header, records } = table;
  const missing = missingColumns(header);
  if (missing.length > 0)
    return refuseFile(
      'column-missing',
      file,
      `These columns are missing: ${missing.join(', ')}. Found: ${header.join(', ').slice(0, 600)}. Name them as the published list does.`,
    );
  const layout = layoutOf(header);
  const read = yield* mapInSteps(records, ({ line, cells }) =>
    readRow({ file, line, header, cells }, layout),
  );
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    doubtful: [...unknownColumns(file, header), ...read.flatMap(({ doubts }) => doubts)],
  };
}

/** The same without a pause. */
export const parseGmpp = (file: ListFile): ParsedList | Refused<FileRefusal> => atOnce(parsingGmpp(file));
