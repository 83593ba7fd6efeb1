import { CsvError, parse, type Options } from 'csv-parse/sync';
import type { Refused } from '@docket/kernel';
import { refuseFile, type FileRefusal } from '../domain/intake-refusal';

/** Records of a delimited text; `line` is the physical line (as editors count) on which each starts, from 1. */
export type CsvTable = Readonly<{ header: readonly string[]; records: readonly CsvRecord[] }>;
export type CsvRecord = Readonly<{ line: number; cells: readonly string[] }>;

/** Largest record in characters: what one event can carry, with room for its envelope. */
const MAX_RECORD_CHARACTERS = 200_000;
const MAX_COLUMNS = 500;
const DELIMITERS = [',', ';', '\t'];

/** A record and the byte offset at which it ends. */
type Parsed = Readonly<{ cells: readonly string[]; end: number }>;

const settings = (text: string, delimiter: string): Options => ({
  delimiter,
  skip_empty_lines: true,
  max_record_size: MAX_RECORD_CHARACTERS,
  record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : ['\r'],
});

/** Hands over each record as it ends, so that an error leaves the offset at which the broken one starts. */
const parseInto = (records: Parsed[], text: string, options: Options): void => {
  parse(text, {
    ...options,
    on_record: (cells, { bytes }) => {
      records.push({ cells, end: bytes });
      return undefined;
    },
  });
};

/** How many names of the header are known if the delimiter is this one. */
const knownNames = (text: string, delimiter: string, known: (name: string) => boolean): number => {
  const records: Parsed[] = [];
  try {
    parseInto(records, text, { ...settings(text, delimiter), to: 1 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  const header = records[0]?.cells ?? [];
  return header.length > MAX_COLUMNS ? 0 : header.filter(known).length;
};

/** Counts line ends up to byte offsets that only grow. */
class LineCounter {
  private readonly bytes: Buffer;
  private readonly lineEnd: number;
  private at = 0;
  private line = 1;

  constructor(text: string) {
    this.bytes = Buffer.from(text);
    this.lineEnd = text.includes('\n') ? 0x0a : 0x0d;
  }

  /** The line of the first byte at or after `offset` that is no line end. */
  lineFrom(offset: number): number {
    let start = offset;
    while (this.bytes[start] === 0x0a || this.bytes[start] === 0x0d) start += 1;
    for (; this.at < start; this.at++) if (this.bytes[this.at] === this.lineEnd) this.line += 1;
    return this.line;
  }
}

const WHAT_HELPS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'opens a quote that is never closed. Close it, or double the quotes inside the cell.',
  CSV_INVALID_CLOSING_QUOTE: 'has text after a closing quote. Double the quotes inside the cell.',
  INVALID_OPENING_QUOTE:
    'has a quote in the middle of an unquoted cell. Quote the whole cell and double the quotes inside.',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH:
    'has more or fewer cells than the header. Quote cells that contain the delimiter or a line end.',
  CSV_MAX_RECORD_SIZE: `is longer than ${MAX_RECORD_CHARACTERS} characters. A quote is probably not closed.`,
};

const withLines = (counter: LineCounter, records: readonly Parsed[]): readonly CsvRecord[] =>
  records.map(({ cells }, i) => ({ line: counter.lineFrom(records[i - 1]?.end ?? 0), cells }));

/** Takes a text apart by the delimiter under which its first record holds most known names. */
export const readCsv = (
  text: string,
  file: string,
  known: (name: string) => boolean,
): CsvTable | Refused<FileRefusal> => {
  if (text.trim() === '')
    return refuseFile('file-empty', file, 'The file holds nothing but blanks. Give the list as CSV.');
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: knownNames(text, delimiter, known) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score === 0)
    return refuseFile(
      'file-not-a-list',
      file,
      'Its first line names no column that is known, apart by comma, semicolon or tab. Give the list as CSV with its header.',
    );
  const records: Parsed[] = [];
  const counter = new LineCounter(text);
  try {
    parseInto(records, text, settings(text, best.delimiter));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const what = WHAT_HELPS[error.code] ?? `cannot be read (${error.code}).`;
    const line = counter.lineFrom(records.at(-1)?.end ?? 0);
    return refuseFile('file-malformed', file, `The record that starts on line ${line} ${what}`);
  }
  const [header, ...rows] = withLines(counter, records);
  return { header: header?.cells ?? [], records: rows };
};
