import { readAmount } from './amount';
import { readDay, readYear } from './calendar';
import type { Field } from './columns';
import type { DatedRow, Description, Figures } from './dated-row';
import { doubt, type Doubt, type Reading } from './doubt';
import { spelledDepartment } from './department';
import { oneLine, prose } from './prose';
import { readRating } from './rating';

/** A record as it stands in a file, with the field each of its columns was recognised as. */
export type RawRecord = Readonly<{
  file: string;
  line: number;
  header: readonly string[];
  cells: readonly string[];
}>;

/** Which columns of a header hold a field; one field may have two. */
export type Layout = ReadonlyMap<Field, readonly number[]>;

const LABELS: readonly (readonly [Field, string])[] = [
  ['ratingComment', ''],
  ['scheduleComment', 'Schedule: '],
  ['varianceComment', 'Variance: '],
  ['budgetComment', 'Budget: '],
  ['benefitsComment', 'Benefits: '],
];

/** Reads one record field by field and keeps its doubts. */
class RecordReader {
  readonly doubts: Doubt[] = [];

  constructor(
    private readonly record: RawRecord,
    private readonly layout: Layout,
  ) {}

  /** The one text a field has in this record; two columns that contradict each other give none. */
  text(field: Field): string {
    const columns = this.layout.get(field) ?? [];
    const said = new Set(
      columns.map((column) => this.record.cells[column] ?? '').filter((cell) => cell.trim() !== ''),
    );
    if (said.size > 1)
      this.doubted(field, [...said].join(' | '), 'Two columns contradict each other: taken as not reported.');
    return said.size === 1 ? [...said].join('') : '';
  }

  value<T>(field: Field, read: (text: string) => Reading<T>): T | undefined {
    const text = this.text(field);
    const reading = read(text);
    if (reading.doubt !== undefined) this.doubted(field, text, reading.doubt);
    return reading.value;
  }

  doubted(field: Field, value: string, reason: string): void {
    const { file, line, header } = this.record;
    this.doubts.push(
      doubt({
        file,
        line,
        field: header[this.layout.get(field)?.[0] ?? -1] ?? field,
        value: prose(value),
        reason,
      }),
    );
  }
}

/** Only what is there: a blank is absent. */
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: Exclude<T[K], undefined | ''>;
  };

const narrativeOf = (reader: RecordReader): string =>
  LABELS.map(([field, label]) => [label, prose(reader.text(field))] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => label + text)
    .join('\n\n');

const figuresOf = (reader: RecordReader, year: number): Figures => {
  const day = (text: string) => readDay(text, year);
  const figures = present({
    budget: reader.value('budget', readAmount),
    forecast: reader.value('forecast', readAmount),
    wholeLifeCost: reader.value('wholeLifeCost', readAmount),
    benefits: reader.value('benefits', readAmount),
    start: reader.value('start', day),
    finish: reader.value('finish', day),
  });
  if (!figures.start || !figures.finish || figures.start <= figures.finish) return figures;
  reader.doubted(
    'finish',
    reader.text('finish'),
    `Before the start, ${figures.start}: both taken as not reported.`,
  );
  const { start: _start, finish: _finish, ...amounts } = figures;
  return amounts;
};

/** A row without a name is known by its number; one without either names no project. */
const describedBy = (reader: RecordReader): Description | undefined => {
  const reference = oneLine(reader.text('reference'));
  const name = oneLine(reader.text('name')) || reference;
  if (name === '') {
    reader.doubted('name', '', 'Neither a name nor a number: the row names no project and was left out.');
    return undefined;
  }
  if (oneLine(reader.text('name')) === '')
    reader.doubted('name', '', `No name: its number, ${reference}, was taken for it.`);
  return {
    name,
    ...present({
      department: spelledDepartment(reader.text('department')),
      category: oneLine(reader.text('category')),
      reference,
      description: prose(reader.text('description')),
    }),
  };
};

/** One record as a dated row, with what is doubtful about it; no row where it has no year or names no project. */
export const readRow = (
  record: RawRecord,
  layout: Layout,
): Readonly<{ row?: DatedRow; doubts: readonly Doubt[] }> => {
  const reader = new RecordReader(record, layout);
  const year = reader.value('year', readYear);
  if (year === undefined) return { doubts: reader.doubts };
  const described = describedBy(reader);
  if (!described) return { doubts: reader.doubts };
  const figures = figuresOf(reader, year);
  const confidence = reader.value('rating', (text) => readRating(text, year));
  const report = { figures, ...present({ confidence, narrative: narrativeOf(reader) }) };
  const { file, line } = record;
  return { row: { source: { file, line }, year, described, report }, doubts: reader.doubts };
};
