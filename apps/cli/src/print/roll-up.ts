import { amountInWords, rounded } from '@docket/kernel';
import { fit, pageWidth, paragraph, wrapped } from './columns';
import { momentInWords } from './moment';

type Pooled = Readonly<{ value: string | null; coverage: Readonly<{ used: number; eligible: number }> }>;

type Place = Readonly<{
  components: Readonly<{ all: number }>;
  performance: Readonly<{ costPerformanceIndex: Pooled; schedulePerformanceIndex: Pooled }>;
  against: Readonly<{ current: Readonly<{ budgetAtCompletion: Pooled }> }>;
}>;

type Node = Place & Readonly<{ id: string; name: string; parent: string | null; status: string }>;

/** What a roll-up answers, as far as a terminal shows it. */
export type RollUpAnswer = Readonly<{
  asOf: Readonly<{ token: string; number: number; at: string }>;
  portfolio: Readonly<{ name: string }>;
  currency: string;
  counted: readonly string[];
  whole: Place;
  nodes: readonly Node[];
}>;

type Row = Readonly<{ depth: number; name: string; cells: readonly string[] }>;

const HEADINGS = ['projects', 'budget', 'CPI', 'SPI'];

/** A figure, and of how many that count it is made where not of all. */
const cell = (
  { value, coverage: { used, eligible } }: Pooled,
  inWords: (value: string) => string,
): string => {
  if (value === null) return '–';
  return used === eligible ? inWords(value) : `${inWords(value)} (${used}/${eligible})`;
};

const amount = (value: string): string => amountInWords('', value).trim();
const index = (value: string): string => rounded(value, 3);

const cellsOf = ({ components, performance, against }: Place): readonly string[] => [
  String(components.all),
  cell(against.current.budgetAtCompletion, amount),
  cell(performance.costPerformanceIndex, index),
  cell(performance.schedulePerformanceIndex, index),
];

const rowsOf = ({ portfolio, whole, nodes }: RollUpAnswer): readonly Row[] => {
  const depths = new Map<string | null, number>([[null, 0]]);
  return [
    { depth: 0, name: portfolio.name, cells: cellsOf(whole) },
    ...nodes.map((node) => {
      const depth = (depths.get(node.parent) ?? 0) + 1;
      depths.set(node.id, depth);
      const name = node.status === 'closed' ? `${node.name} (closed)` : node.name;
      return { depth, name, cells: cellsOf(node) };
    }),
  ];
};

/** Figures are never cut: the longest makes its column, and names have what is left. */
const rowLines = ({ depth, name, cells }: Row, widths: readonly number[], width: number): string[] => {
  const figures = cells.map((one, at) => `  ${fit(one, widths[at] ?? 0, 'right')}`).join('');
  const nameWidth = Math.max(16, width - figures.length);
  const indent = ' '.repeat(Math.min(2 * depth, nameWidth - 12));
  const [first = '', ...rest] = wrapped(name, nameWidth - indent.length);
  return [`${fit(indent + first, nameWidth)}${figures}`, ...rest.map((line) => `${indent}${line}`)];
};

/** A roll-up as a table for a terminal: the portfolio, then its nodes, each further in than what it stands in. */
export const rollUpTable = (answer: RollUpAnswer, timeZone: string, width = pageWidth()): string => {
  const { asOf, portfolio, currency, counted } = answer;
  const rows: readonly Row[] = [{ depth: 0, name: '', cells: HEADINGS }, ...rowsOf(answer)];
  const widths = HEADINGS.map((_, at) => Math.max(...rows.map(({ cells }) => cells[at]?.length ?? 0)));
  const added = `All projects are counted. Added, in ${currency}, is what is ${counted.join(', ')}; (1/2): one of two had all a figure takes.`;
  return [
    ...paragraph(`${portfolio.name}, as of ${momentInWords(asOf, timeZone)}`, { first: '', width }),
    ...paragraph(added, { first: '  ', width }),
    '',
    ...rows.flatMap((row) => rowLines(row, widths, width)),
    '',
    'The same again, for ever: --as-of \\',
    `  ${asOf.token}`,
    '',
  ].join('\n');
};
