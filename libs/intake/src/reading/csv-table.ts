import { CsvError, parse, type Options } from 'csv-parse/sync';
import type { Refused } from '@docket/kernel';
import { refuseFile, type FileRefusal } from '../domain/intake-refusal';
import { STEP, type Stepwise } from '../domain/stepwise';

/** Records of a delimited text; `line` is the physical line (as editors count) on which each starts, from 1. */
export type CsvTable = Readonly<{ header: readonly string[]; records: readonly CsvRecord[] }>;
export type CsvRecord = Readonly<{ line: number; cells: readonly string[] }>;

/** Largest record in characters: what one event can carry, with room for its envelope. */
const MAX_RECORD_CHARACTERS = 200_000;
const MAX_COLUMNS = 500;
/** Most records of a file, and of all files of an import together: what is planned is held in memory. */
export const MAX_RECORDS = 500_000;
const DELIMITERS = [',', ';', '\t'];

/** A record and the byte offset at which it ends. */
type Parsed = Readonly<{ cells: readonly string[]; end: number }>;

/** As many records as were asked for, or as there are; `broken` is what is wrong with the one after them. */
type Part = Readonly<{ records: readonly Parsed[]; broken?: CsvError }>;

const settings = (text: string, delimiter: string): Options => ({
  delimiter,
  skip_empty_lines: true,
  relax_column_count: true,
  max_record_size: MAX_RECORD_CHARACTERS,
  record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : ['\r'],
});

const parsePart = (bytes: Buffer, options: Options): Part => {
  const records: Parsed[] = [];
  const on_record: Options['on_record'] = (cells, { bytes: end }) => {
    records.push({ cells, end });
    return undefined;
  };
  try {
    parse(bytes, { ...options, on_record });
    return { records };
  } catch (error) {
    if (error instanceof CsvError) return { records, broken: error };
    throw error;
  }
};

/** How many names of the header are known with these settings. */
const knownNames = (bytes: Buffer, options: Options, known: (name: string) => boolean): number => {
  const [header] = parsePart(bytes, { ...options, to: 1 }).records;
  const names = header?.cells ?? [];
  return names.length > MAX_COLUMNS ? 0 : names.filter(known).length;
};

/** Counts line ends up to byte offsets that only grow. */
class LineCounter {
  private readonly lineEnd: number;
  private at = 0;
  private line = 1;

  constructor(private readonly bytes: Buffer) {
    this.lineEnd = bytes.includes(0x0a) ? 0x0a : 0x0d;
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

/** The records of a file, taken one part after the other. */
class RecordTaker {
  readonly records: CsvRecord[] = [];
  private readonly counter: LineCounter;
  private at = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly file: string,
    private readonly options: Options,
  ) {
    this.counter = new LineCounter(bytes);
  }

  /** Takes the next part: `more` while there can be another, or why the file is refused. */
  next(): 'more' | 'end' | Refused<FileRefusal> {
    const part = parsePart(this.bytes.subarray(this.at), { ...this.options, to: STEP });
    const start = this.at;
    for (const { cells, end } of part.records) {
      const refused = this.take(cells);
      if (refused) return refused;
      this.at = start + end;
    }
    if (part.broken) return this.malformed(part.broken.code);
    return part.records.length < STEP ? 'end' : 'more';
  }

  private take(cells: readonly string[]): Refused<FileRefusal> | undefined {
    const [header] = this.records;
    if (header && header.cells.length !== cells.length)
      return this.malformed('CSV_RECORD_INCONSISTENT_FIELDS_LENGTH');
    if (this.records.length > MAX_RECORDS) return tooManyRecords(this.file);
    this.records.push({ line: this.counter.lineFrom(this.at), cells });
    return undefined;
  }

  private malformed(code: string): Refused<FileRefusal> {
    const what = WHAT_HELPS[code] ?? `cannot be read (${code}).`;
    const line = this.counter.lineFrom(this.at);
    return refuseFile('file-malformed', this.file, `The record that starts on line ${line} ${what}`);
  }
}

/** Refuses a file with which an import would have more records than it can hold. */
export const tooManyRecords = (file: string): Refused<FileRefusal> =>
  refuseFile(
    'file-too-large',
    file,
    `More than ${MAX_RECORDS} rows in one import. Split it by year and import the parts one after the other, oldest first.`,
  );

/** Takes a text apart by the delimiter under which its first record holds most known names. */
export function* readCsv(
  text: string,
  file: string,
  known: (name: string) => boolean,
): Stepwise<CsvTable | Refused<FileRefusal>> {
  if (text.trim() === '')
    return refuseFile('file-empty', file, 'The file holds nothing but blanks. Give the list as CSV.');
  const bytes = Buffer.from(text);
  const scores = DELIMITERS.map((delimiter) => {
    const options = settings(text, delimiter);
    return { options, score: knownNames(bytes, options, known) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score === 0)
    return refuseFile(
      'file-not-a-list',
      file,
      'Its first line names no column that is known, apart by comma, semicolon or tab. Give the list as CSV with its header.',
    );
  const taker = new RecordTaker(bytes, file, best.options);
  for (let part = taker.next(); part !== 'end'; part = taker.next()) {
    if (part !== 'more') return part;
    yield;
  }
  const [header] = taker.records;
  return { header: header?.cells ?? [], records: taker.records.slice(1) };
}
