import { amountInWords } from '@docket/kernel';
import { fit, pageWidth, paragraph, wrapped } from './columns';
import { momentInWords } from './moment';

type Row = Readonly<{
  funded: string;
  rank: number | null;
  name: string;
  cost: string | null;
  cumulated: string | null;
  shortBy: string | null;
  reason: string;
}>;

/** What a funding line answers, as far as a terminal shows it. */
export type FundingLineAnswer = Readonly<{
  asOf: Readonly<{ token: string; number: number; at: string }>;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
  currency: string;
  rule: string;
  budget: string | null;
  sum: string;
  left: string | null;
  lineRank: number | null;
  mustHavesExceedBudget: boolean;
  rows: readonly Row[];
}>;

const RANK = 4;
const FUNDED = 'cost-unknown'.length;

const amount = (decimal: string | null): string =>
  decimal === null ? '–' : amountInWords('', decimal).trim();

/** Amounts are never cut: the longest makes its column, and names have what is left. */
const rowLines = ({ rank, funded, name, cost, reason }: Row, costWidth: number, width: number): string[] => {
  const nameWidth = Math.max(16, width - RANK - FUNDED - costWidth - 6);
  const indent = ' '.repeat(RANK + 2 + FUNDED + 2);
  const [first = '', ...rest] = wrapped(name, nameWidth);
  return [
    `${fit(rank === null ? '–' : String(rank), RANK, 'right')}  ${fit(funded, FUNDED)}  ${fit(first, nameWidth)}  ${fit(amount(cost), costWidth, 'right')}`,
    ...rest.map((line) => `${indent}${line}`),
    ...(funded === 'above' ? [] : paragraph(reason, { first: `${indent}  `, width })),
  ];
};

const RULES: Readonly<Record<string, string>> = {
  stop: 'stop: the first that breaches the budget ends it',
  fill: 'fill: what breaches the budget is passed over, what fits after it is funded',
};

const spent = (answer: FundingLineAnswer): string => {
  const { budget, sum, left, lineRank, mustHavesExceedBudget } = answer;
  const told = (decimal: string | null) => (decimal === null ? '–' : amountInWords(answer.currency, decimal));
  const line = lineRank === null ? 'The budget reaches all.' : `The line runs at rank ${lineRank}.`;
  const exceeded = mustHavesExceedBudget ? ' The must-haves alone exceed the budget.' : '';
  return `Budget ${told(budget)}, spent ${told(sum)}, left ${told(left)}. ${line}${exceeded}`;
};

/** A funding line as a table for a terminal: the rule it was drawn by, then who stands where. */
export const fundingLineTable = (
  answer: FundingLineAnswer,
  timeZone: string,
  width = pageWidth(),
): string => {
  const { asOf, portfolio, model, notices, rule, rows } = answer;
  const costWidth = Math.max('cost'.length, ...rows.map(({ cost }) => amount(cost).length));
  const head = `${portfolio.name}, ranked by ${model.name}, as of ${momentInWords(asOf, timeZone)}`;
  return [
    ...paragraph(head, { first: '', width }),
    ...paragraph(RULES[rule] ?? rule, { first: '  ', width }),
    ...paragraph(spent(answer), { first: '  ', width }),
    ...notices.flatMap(({ text }) => paragraph(text, { first: '  note: ', width })),
    '',
    ...rows.flatMap((row) => rowLines(row, costWidth, width)),
    '',
    'The same again, for ever: --as-of \\',
    `  ${asOf.token}`,
    '',
  ].join('\n');
};
