import { amountInWords, dayOf } from '@docket/kernel';
import { fit, pageWidth, paragraph, wrapped } from './columns';
import { momentInWords } from './moment';

type Row = Readonly<{
  funded: string;
  rank: number | null;
  name: string;
  cost: Readonly<{ amount: string; basis: string }> | null;
  cumulated: string | null;
  shortBy: string | null;
  mustHave: Readonly<{ by: string; since: string }> | null;
  differsFromBaseline: Readonly<{
    baseline: string;
    businessCase: string | null;
    reported: string | null;
  }> | null;
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

const BASES: Readonly<Record<string, string>> = {
  baseline: 'its baseline',
  'business-case': 'its business case',
  reported: 'what was last reported',
};

/** Where the cost comes from, and what is said now instead of a baseline. */
const costOf = ({ cost, differsFromBaseline: differs }: Row): readonly string[] => {
  if (!cost) return [];
  const others = [
    ...(differs?.businessCase ? [`its business case gives ${amount(differs.businessCase)}`] : []),
    ...(differs?.reported ? [`last reported was ${amount(differs.reported)}`] : []),
  ];
  const beside = others.length > 0 ? `, and differs from it: ${others.join(', ')}` : '';
  return [`cost as of ${BASES[cost.basis] ?? cost.basis}${beside}`];
};

const markOf = ({ mustHave }: Row, timeZone: string): readonly string[] =>
  mustHave ? [`marked by ${mustHave.by} on ${dayOf(mustHave.since, timeZone)}`] : [];

type Shown = Readonly<{ costWidth: number; width: number; timeZone: string }>;

/** Amounts are never cut: the longest makes its column, and names have what is left. */
const rowLines = (row: Row, { costWidth, width, timeZone }: Shown): string[] => {
  const { rank, funded, name, cost, reason } = row;
  const beside = [...(funded === 'above' ? [] : [reason]), ...markOf(row, timeZone), ...costOf(row)];
  const nameWidth = Math.max(16, width - RANK - FUNDED - costWidth - 6);
  const indent = ' '.repeat(RANK + 2 + FUNDED + 2);
  const [first = '', ...rest] = wrapped(name, nameWidth);
  return [
    `${fit(rank === null ? '–' : String(rank), RANK, 'right')}  ${fit(funded, FUNDED)}  ${fit(first, nameWidth)}  ${fit(amount(cost?.amount ?? null), costWidth, 'right')}`,
    ...rest.map((line) => `${indent}${line}`),
    ...beside.flatMap((one) => paragraph(one, { first: `${indent}  `, width })),
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
  const costWidth = Math.max('cost'.length, ...rows.map(({ cost }) => amount(cost?.amount ?? null).length));
  const head = `${portfolio.name}, ranked by ${model.name}, as of ${momentInWords(asOf, timeZone)}`;
  return [
    ...paragraph(head, { first: '', width }),
    ...paragraph(RULES[rule] ?? rule, { first: '  ', width }),
    ...paragraph(spent(answer), { first: '  ', width }),
    ...notices.flatMap(({ text }) => paragraph(text, { first: '  note: ', width })),
    '',
    ...rows.flatMap((row) => rowLines(row, { costWidth, width, timeZone })),
    '',
    'The same again, for ever: --as-of \\',
    `  ${asOf.token}`,
    '',
  ].join('\n');
};
