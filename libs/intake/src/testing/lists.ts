import type { DatedRow } from '../domain/gmpp/dated-row';
import { parseGmpp, type ListFile, type ParsedList } from '../features/import-gmpp/parse-gmpp';

const HEADER =
  'year,project_number,project_name,department,colour_rating,start_date,end_date,yearly_budget,yearly_forecast,wlc_baseline_incl_NCG,rating_comment';

/** One row of a list by what a test cares about; the rest is as good as any. */
export type ListedProject = Readonly<{
  year: number | '';
  name: string;
  department?: string;
  number?: string;
  rating?: string;
  cost?: string;
  comment?: string;
}>;

const lineOf = ({
  year,
  name,
  department = 'DFT',
  number = '',
  rating = 'Amber',
  cost = '10',
  comment = '',
}: ListedProject) =>
  [
    year,
    number,
    `"${name}"`,
    department,
    rating,
    '2014-01-01',
    '2030-12-31',
    '5',
    '4',
    cost,
    `"${comment}"`,
  ].join(',');

/** A list with these rows, as a file. */
export const listOf = (rows: readonly ListedProject[], name = 'list.csv'): ListFile => ({
  name,
  bytes: Buffer.from([HEADER, ...rows.map(lineOf), ''].join('\n')),
});

export const fileOf = (text: string, name = 'list.csv'): ListFile => ({ name, bytes: Buffer.from(text) });

/** A file that must be readable. */
export const parsed = (file: ListFile): ParsedList => {
  const list = parseGmpp(file);
  if ('outcome' in list) throw new Error(list.refusal.message);
  return list;
};

export const rowsOf = (rows: readonly ListedProject[], name?: string): readonly DatedRow[] =>
  parsed(listOf(rows, name)).rows;
