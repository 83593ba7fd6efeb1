import {
  amountInWords,
  dayOf,
  Decimal,
  measuredInWords,
  percent,
  rounded,
  type Instant,
} from '@docket/kernel';
import type { ExplainedCriterion } from '../explain/explain';
import { changeInWords } from '../swap/told-change';
import type { Letter, LetterLine } from './letter.view';

type Told = Omit<Letter, 'text'>;
type Moment = Readonly<{ at: Instant; timeZone: string }>;

const points = (decimal: string): string => rounded(decimal, 3);

/** A sentence of the model without its full stop, to go on after it. */
const unended = (sentence: string): string => sentence.replace(/[.\s]+$/, '');

const ask = ({ row, cost, currency, portfolio }: Told): string =>
  cost === null
    ? `“${row.name}” asks for a place in the portfolio “${portfolio.name}”; what it will cost over its life is not known.`
    : `“${row.name}” asks for ${amountInWords(currency, cost)} over its life, in the portfolio “${portfolio.name}”.`;

const standing = ({ row, ranked, model, above }: Told, { at, timeZone }: Moment): string => {
  const rule = `by the scoring model “${model.name}”`;
  const day = `On ${dayOf(at, timeZone)}`;
  if (row.rank === null) return `${day} it stood unranked ${rule}. ${row.reason}`;
  const next = above
    ? ` Next above it stood “${above.name}” with a score of ${points(above.score)}.`
    : ' Nothing stood above it.';
  return `${day} it stood ${row.rank} of ${ranked} ranked components ${rule}, with a score of ${points(row.score ?? '0')}.${next}`;
};

const criterionInWords = (one: ExplainedCriterion): string => {
  const { name, weight, direction, value, unit, anchor, contribution } = one;
  const head = `${name} (weight ${percent(weight)}${direction === 'cost' ? ', less is better' : ''})`;
  const reported = `${head}: ${measuredInWords(value ?? '', unit)}, which means “${unended(anchor?.meaning ?? 'a value between two anchors')}”`;
  return contribution === null ? `${reported}.` : `${reported}; it adds ${points(contribution)}.`;
};

const present = ({ criteria }: Told): string =>
  criteria
    .filter(({ missing }) => missing === null)
    .map(criterionInWords)
    .join('\n');

const missing = ({ criteria, row }: Told): string => {
  const without = criteria.filter((one) => one.missing !== null);
  if (without.length === 0) return '';
  const named = without.map((one) => `${one.name} (${one.missing ?? ''})`).join(', ');
  return `Not known, and counted nowhere: ${named}. Values are there for ${percent(row.coverage)} of the weight.`;
};

const RULE = {
  stop: 'spent in the order of ranks up to the first component that breaches it',
  fill: 'spent in the order of ranks, passing over what does not fit any more',
} as const;

const hereInWords = ({ here, lineRank }: LetterLine, currency: string): string => {
  const line = lineRank === null ? '' : ` The line runs at rank ${lineRank}.`;
  switch (here?.funded) {
    case 'must-have':
      return `It stands above the line as a must-have: ${unended(here.reason)}.${line}`;
    case 'above':
      return `It stands above the line.${line}`;
    case 'below':
      return `It stands below the line: the budget lacks ${amountInWords(currency, here.shortBy ?? '0')} for it. ${here.reason}${line}`;
    default:
      return `It takes no part in it. ${here?.reason ?? ''}${line}`;
  }
};

const budget = ({ line, currency }: Told): string => {
  if (!line) return '';
  const left = Decimal.of(line.left ?? '0');
  const rest = left.isNegative
    ? `the must-haves alone exceed it by ${amountInWords(currency, left.absolute().toString())}`
    : `${amountInWords(currency, left.toString())} of it is left`;
  return `The budget is ${amountInWords(currency, line.budget ?? '0')}, ${RULE[line.rule]}; ${rest}. ${hereInWords(line, currency)}`;
};

const isThere = ({ line, row }: Told): boolean =>
  line ? line.here?.funded === 'above' || line.here?.funded === 'must-have' : row.rank === 1;

/** What it would have to cost less to fit where it stands: also where no criterion reads the cost. */
const cheaper = ({ line, cost, currency }: Told): string => {
  const shortBy = line?.here?.funded === 'below' ? line.here.shortBy : null;
  if (shortBy === null || cost === null || Decimal.of(shortBy).compare(Decimal.of(cost)) >= 0) return '';
  return `At its place in the order it would fit if it cost ${amountInWords(currency, shortBy)} less.`;
};

const lifted = (told: Told): string => {
  const { lift, line, row } = told;
  const goal = line ? 'lift it above the line' : row.rank === null ? 'give it a rank' : 'lift it by a place';
  if (isThere(told)) return '';
  if (!lift)
    return `No change of what one criterion reads, all else as it is, would ${goal}. ${cheaper(told)}`.trim();
  const rank = lift.after[0]?.rank;
  return `The smallest single change that would ${goal}: ${changeInWords(lift)}. It would then stand ${rank ?? 'unranked'}. ${cheaper(told)}`.trim();
};

/** The letter as text: paragraphs between blank lines, plain words, amounts and scores as the figures beside it have them. */
export const letterText = (told: Told, moment: Moment): string =>
  [
    ask(told),
    standing(told, moment),
    present(told),
    missing(told),
    budget(told),
    lifted(told),
    told.notices.map(({ text }) => text).join(' '),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
