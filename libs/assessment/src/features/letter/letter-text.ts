import {
  amountInWords,
  dayOf,
  Decimal,
  measuredInWords,
  percent,
  rounded,
  type Instant,
} from '@docket/kernel';
import { FIGURE_NAMES } from '@docket/project';
import { BASIS_IN_WORDS, costDifferenceInWords } from '../funding-line/cost-words';
import type { LetterCriterion } from './letter.view';
import { COST_INPUT, type CostBasis } from '../../domain/measures/funded-cost';
import { changeInWords, forPeople, placesInWords } from '../swap/change-words';
import type { FundingRow } from '../../domain/ranking/funding-line';
import type { Letter, LetterLine } from './letter.view';

type Told = Omit<Letter, 'text'>;
type Moment = Readonly<{ at: Instant; timeZone: string }>;

const points = (decimal: string): string => rounded(decimal, 3);

/** A sentence of the model without its full stop, to go on after it. */
const unended = (sentence: string): string => sentence.replace(/[.\s]+$/, '');

const ask = ({ row, cost, currency, portfolio }: Told): string =>
  cost === null
    ? `“${row.name}” asks for a place in the portfolio “${portfolio.name}”; what it will cost over its life is not known.`
    : `“${row.name}” asks for ${amountInWords(currency, cost.amount)} over its life, ${BASIS_IN_WORDS[cost.basis]}, in the portfolio “${portfolio.name}”.`;

const standing = ({ row, ranked, model, above }: Told, { at, timeZone }: Moment): string => {
  const rule = `by the scoring model “${model.name}”`;
  const day = `On ${dayOf(at, timeZone)}`;
  if (row.rank === null) return `${day} it stood unranked ${rule}. ${row.reason}`;
  const next = above
    ? ` Next above it stood “${above.name}” with a score of ${points(above.score)}.`
    : ' Nothing stood above it.';
  return `${day} it stood ${row.rank} of ${ranked} ranked components ${rule}, with a score of ${points(row.score ?? '0')}.${next}`;
};

/** Of which day each figure is that the latest report leaves out. */
const lastSaid = ({ figures }: LetterCriterion): string => {
  const older = figures.filter(({ leftOutBy }) => leftOutBy !== null);
  if (older.length === 0) return '';
  return ` (${older.map(({ figure, reportedFor }) => `${FIGURE_NAMES[figure]} last reported for ${reportedFor}`).join(', ')})`;
};

const criterionInWords = (one: LetterCriterion): string => {
  const { name, weight, direction, value, unit, anchor, contribution } = one;
  const head = `${name} (weight ${percent(weight)}${direction === 'cost' ? ', less is better' : ''})`;
  const shown = one.rated ? forPeople(value ?? '0') : (value ?? '');
  const reported = `${head}: ${one.rated ? 'a mean rating of ' : ''}${measuredInWords(shown, unit)}${lastSaid(one)}, which means “${unended(anchor?.meaning ?? 'a value between two anchors')}”`;
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
  fill: 'filled in the order of ranks, passing over what does not fit',
} as const;

const marked = ({ mustHave }: FundingRow, timeZone: string): string =>
  mustHave ? ` (marked by ${mustHave.by} on ${dayOf(mustHave.since, timeZone)})` : '';

type Line = Pick<Told, 'currency'> & LetterLine;

/** Where the line runs: under `fill` there is none, each is funded or passed over. */
const lineInWords = ({ lineRank, rule }: LetterLine): string =>
  lineRank === null || rule === 'fill' ? '' : ` The line runs at rank ${lineRank}.`;

/** What the budget lacks: in the order of ranks, for all that comes before it as well; under `fill`, for it alone at its turn. */
const lacking = ({ here, rule, currency }: Line): string => {
  const short = amountInWords(currency, here?.shortBy ?? '0');
  return rule === 'fill'
    ? `when its turn came, the budget lacked ${short} for it`
    : `the budget lacks ${short} for it together with all that come before it`;
};

const hereInWords = (told: Line, { timeZone }: Pick<Moment, 'timeZone'>): string => {
  const { here, rule } = told;
  const line = lineInWords(told);
  const isFilled = rule === 'fill';
  switch (here?.funded) {
    case 'must-have':
      return `${isFilled ? 'It is funded' : 'It stands above the line'} as a must-have: ${unended(here.reason)}${marked(here, timeZone)}.${line}`;
    case 'above':
      return `${isFilled ? 'It is funded.' : 'It stands above the line.'}${line}`;
    case 'below':
      return `${isFilled ? 'It is passed over' : 'It stands below the line'}: ${lacking(told)}. ${here.reason}${line}`;
    case 'unranked':
      return `Without a rank it takes no part in it.${line}`;
    default:
      return `It takes no part in it. ${here?.reason ?? ''}${line}`;
  }
};

const differing = ({ here }: LetterLine, currency: string): string =>
  here?.differsFromBaseline
    ? ` It differs from its baseline: ${costDifferenceInWords(here.differsFromBaseline, currency)}.`
    : '';

const budget = ({ line, currency }: Told, moment: Moment): string => {
  if (!line) return '';
  const left = Decimal.of(line.left ?? '0');
  const rest = left.isNegative
    ? `the must-haves alone exceed it by ${amountInWords(currency, left.absolute().toString())}`
    : `${amountInWords(currency, left.toString())} of it is left`;
  return `The budget is ${amountInWords(currency, line.budget ?? '0')}, ${RULE[line.rule]}; ${rest}. ${hereInWords({ ...line, currency }, moment)}${differing(line, currency)}`;
};

const isThere = ({ line, row }: Told): boolean =>
  line ? line.here?.funded === 'above' || line.here?.funded === 'must-have' : row.rank === 1;

/** What has to be lowered, by the basis of the cost that counts. */
const LOWERED: Readonly<Record<CostBasis, string>> = {
  baseline: 'if a decision set its baseline',
  'business-case': 'if it asked for',
  reported: 'if it were reported to cost',
};

/** What it may cost at most, with everything that reads the cost measured, ranked and drawn again. */
const cheaper = ({ lowerCost, lift, currency }: Told): string => {
  if (!lowerCost || lift?.to === lowerCost.cost) return '';
  const { basis, cost, from, less, rank } = lowerCost;
  const told = (amount: string) => amountInWords(currency, amount);
  const place = rank === null ? '' : ` It would then stand ${rank}.`;
  return `By its cost alone it would fit ${LOWERED[basis]} ${basis === 'baseline' ? 'at ' : ''}${told(cost)} instead of ${told(from)}, ${told(less)} less.${place}`;
};

/** A proposal that the model knows nothing of is helped by another model, not by figures nobody can give yet. */
const rankedElsewhere = ({ model, proposalsRankedBy }: Told): string => {
  const names = (proposalsRankedBy ?? []).map(({ name }) => `“${name}”`);
  const elsewhere =
    names.length > 0
      ? `Proposals are ranked by ${names.join(' and ')}: ask for this letter by that model.`
      : 'No other model in force ranks proposals: it takes one that assessors rate them by.';
  return `“${model.name}” ranks work under way, by what is reported of it; of this proposal it has no value at all. ${elsewhere}`;
};

const lifted = (told: Told): string => {
  const { lift, line, row, lowerCost } = told;
  if (told.proposalsRankedBy) return rankedElsewhere(told);
  const goal = line
    ? line.rule === 'fill'
      ? 'get it funded'
      : 'lift it above the line'
    : row.rank === null
      ? 'give it a rank'
      : 'lift it by a place';
  if (isThere(told)) return '';
  if (!lift && lowerCost && COST_INPUT[lowerCost.basis]) return cheaper(told);
  if (!lift)
    return `No single change of a figure or a rating, all else as it is, would ${goal}. ${cheaper(told)}`.trim();
  return `The smallest single change that would ${goal}: ${changeInWords(lift)}. ${placesInWords(lift)} ${cheaper(told)}`.trim();
};

/** The letter as text: paragraphs between blank lines, plain words, amounts and scores as the figures beside it have them. */
export const letterText = (told: Told, moment: Moment): string =>
  [
    ask(told),
    standing(told, moment),
    present(told),
    missing(told),
    budget(told, moment),
    lifted(told),
    told.notices.map(({ text }) => text).join(' '),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
