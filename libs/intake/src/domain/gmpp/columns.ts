/** What a list says about a project in a year. */
export type Field =
  | 'year'
  | 'name'
  | 'department'
  | 'rating'
  | 'start'
  | 'finish'
  | 'budget'
  | 'forecast'
  | 'wholeLifeCost'
  | 'benefits'
  | 'reference'
  | 'category'
  | 'description'
  | 'ratingComment'
  | 'scheduleComment'
  | 'varianceComment'
  | 'budgetComment'
  | 'benefitsComment';

type Column = Readonly<{ field: Field; names: readonly string[]; required: boolean }>;

const required = (field: Field, ...names: string[]): Column => ({ field, names, required: true });
const optional = (field: Field, ...names: string[]): Column => ({ field, names, required: false });

/** Every column that is read, by the names it had over the years: lower case, anything but letters and digits as `_`. */
const COLUMNS: readonly Column[] = [
  required('year', 'year'),
  required('name', 'project_name'),
  required('department', 'department'),
  required('rating', 'colour_rating'),
  required('start', 'start_date'),
  required('finish', 'end_date'),
  required('budget', 'yearly_budget', 'total_baseline'),
  required('forecast', 'yearly_forecast', 'forecast_incl_ngc', 'forecast_incl_ncg'),
  required('wholeLifeCost', 'wlc_baseline_incl_ncg', 'wlc_baseline_incl_ngc'),
  optional('benefits', 'total_baseline_benefits_m', 'total_baseline_benefits'),
  optional('reference', 'project_number'),
  optional('category', 'report_category'),
  optional('description', 'description_aims'),
  optional('ratingComment', 'rating_comment'),
  optional('scheduleComment', 'schedule_comment'),
  optional('varianceComment', 'variance_comment'),
  optional('budgetComment', 'budget_comment'),
  optional('benefitsComment', 'benefits_comment'),
];

const FIELD_BY_NAME = new Map(
  COLUMNS.flatMap(({ field, names }) => names.map((name) => [name, field] as const)),
);

/** The field a header names, whatever its case and however its pound sign was mangled. */
export const fieldOf = (header: string): Field | undefined =>
  FIELD_BY_NAME.get(
    header
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, ''),
  );

/** Names of the required columns that this header lacks; where a column had several names they stand with `or`. */
export const missingColumns = (header: readonly string[]): readonly string[] => {
  const found = new Set(header.map(fieldOf));
  return COLUMNS.filter((column) => column.required && !found.has(column.field)).map(({ names }) =>
    names.join(' or '),
  );
};
