import {
  BASIS_IN_WORDS,
  costDifferenceInWords,
  type Funded,
  type FundingLine,
  type FundingRow,
  type FundingRule,
} from '@docket/assessment';
import { amountInWords, dayOf } from '@docket/kernel';
import type { Setting } from './history.view';
import { html, type Html } from './html';
import { keptFields, linkTo, type Beside, type Kept } from './kept';

const RULES: Readonly<Record<FundingRule, string>> = {
  stop: 'stop: the first that breaches the budget ends it',
  fill: 'fill: what breaches the budget is passed over, and what fits after it is funded',
};

const FUNDED: Readonly<Record<Funded, string>> = {
  'must-have': 'must-have',
  above: 'above',
  below: 'below',
  unranked: 'unranked',
  'cost-unknown': 'cost unknown',
};

/** The form that asks for a budget and a rule; with one drawn, the way back to none. */
export const lineForm = (kept: Kept, action: string, beside: Beside = {}): Html => {
  const none = linkTo(action, { ...kept, budget: undefined, rule: undefined }, beside);
  const option = (rule: FundingRule) =>
    html`<option value="${rule}" ${kept.rule === rule ? html`selected` : ''}>${RULES[rule]}</option>`;
  return html`<form class="asof" method="get" action="${action}">
    ${keptFields(kept, beside, ['budget', 'rule'])}
    <label
      >Funding line under a budget of<input
        name="budget"
        size="14"
        inputmode="decimal"
        value="${kept.budget ?? ''}"
        placeholder="50000000"
        autocomplete="off"
    /></label>
    <label>by the rule<select name="rule">${option('stop')}${option('fill')}</select></label>
    <button>Draw</button>${kept.budget === undefined ? '' : html`<a href="${none}">no line</a>`}
  </form>`;
};

/** The line in words: the rule by which it was drawn, what is spent, and where it runs. */
export const lineInWords = (line: FundingLine): Html => {
  const told = (amount: string | null) =>
    amount === null ? 'no limit' : amountInWords(line.currency, amount);
  const where =
    line.lineRank === null ? 'The budget reaches all.' : `The line runs at rank ${line.lineRank}.`;
  return html`<p class="drawn">
    Budget ${told(line.budget)}, spent ${told(line.sum)}, left ${told(line.left)}. ${where}
    ${line.mustHavesExceedBudget ? 'The must-haves alone exceed the budget. ' : ''}Must-haves come first, then it
    goes by rank; the rule is ${RULES[line.rule]}.
  </p>`;
};

export const FUNDED_HEAD = html`<th>Funding</th>`;

const rowIn = ({ rows }: FundingLine, id: string): FundingRow | undefined =>
  rows.find((row) => row.id === id);

const besideFunded = (row: FundingRow, { currency, timeZone }: Setting): Html => {
  const { funded, shortBy, cumulated, reason, mustHave } = row;
  if (funded === 'must-have') {
    const marked = mustHave && `marked by ${mustHave.by} on ${dayOf(mustHave.since, timeZone)}`;
    return html`<small class="said">${reason}</small> <small>${marked ?? ''}</small>`;
  }
  if (funded === 'cost-unknown') return html`<small>it takes no part</small>`;
  if (shortBy !== null) return html`<small>short by ${amountInWords(currency, shortBy)}</small>`;
  return cumulated === null ? html`` : html`<small>${amountInWords(currency, cumulated)} with it</small>`;
};

/** Where the cost comes from, and what is said now instead of what was committed. */
const besideCost = ({ cost, differsFromBaseline }: FundingRow, { currency }: Setting): Html => {
  if (!cost) return html``;
  const differs = differsFromBaseline
    ? `differs from its baseline: ${costDifferenceInWords(differsFromBaseline, currency)}`
    : BASIS_IN_WORDS[cost.basis];
  return html` <small>${differs}</small>`;
};

/** Where one component stands towards the line, what it costs, and what is spent with it or lacks for it. */
export const fundedCell = (
  { id }: Readonly<{ id: string }>,
  line: FundingLine,
  { timeZone }: Pick<Setting, 'timeZone'>,
): Html => {
  const setting = { timeZone, currency: line.currency };
  const row = rowIn(line, id);
  if (!row) return html`<td>–</td>`;
  return html`<td class="funded ${row.funded}">
    <strong>${FUNDED[row.funded]}</strong>${row.cost === null ? '' : ` ${amountInWords(line.currency, row.cost.amount)}`}${besideCost(row, setting)}<br />${besideFunded(row, setting)}
  </td>`;
};

/** The line itself, above the first component that the budget does not reach; nothing above any other. */
export const lineAbove = (
  { rank }: Readonly<{ rank: number | null }>,
  line: FundingLine,
  columns: number,
): Html =>
  rank !== null && rank === line.lineRank && line.budget !== null
    ? html`<tr class="line">
        <td colspan="${columns}">Funding line: ${amountInWords(line.currency, line.budget)}, ${line.rule}</td>
      </tr> `
    : html``;
