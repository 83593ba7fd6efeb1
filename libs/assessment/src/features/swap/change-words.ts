import { amountInWords, Decimal, measuredInWords, percent, rounded } from '@docket/kernel';
import { CONTRIBUTION_SCALE, contributionLevel } from '../../domain/alignment/contribution-scale';
import type { Input } from '../../domain/measures/inputs';
import type { Placing, ToldChange, ToldEffect } from './told-change';

/** What each input is called. */
const INPUTS: Readonly<Record<Exclude<Input, 'contribution' | 'one-rating' | 'all-ratings'>, string>> = {
  'expected-benefits': 'expected benefits',
  'case-cost': 'whole-life cost in the business case',
  forecast: 'forecast',
  budget: 'budget',
  'reported-cost': 'reported whole-life cost',
  'earned-value': 'earned value',
  'actual-cost': 'actual cost',
  'planned-value': 'planned value',
  finish: 'finish',
  'delivery-confidence': 'delivery confidence',
};

const AMOUNTS: ReadonlySet<Input> = new Set<Input>([
  'expected-benefits',
  'case-cost',
  'forecast',
  'budget',
  'reported-cost',
  'earned-value',
  'actual-cost',
  'planned-value',
]);

/** A decimal for people: two places at most, none where it is whole. */
export const forPeople = (decimal: string): string => Decimal.of(decimal).rounded(2).toString();

const unended = (sentence: string): string => sentence.replace(/[.\s]+$/, '');

const inputInWords = ({ input, currency }: ToldChange, value: string): string =>
  AMOUNTS.has(input) ? amountInWords(currency, value) : value;

const ratingInWords = ({ input, assessor, component, criteria, from, to }: ToldChange): string => {
  const on = `“${criteria[0]?.name ?? ''}” of “${component.name}”`;
  if (input === 'one-rating')
    return `the rating of ${on} by ${assessor ?? ''} at ${to} instead of ${from ?? 'none'}`;
  const was = from === null ? 'none' : forPeople(from);
  return `a mean rating of ${forPeople(to)} on ${on} instead of ${was}`;
};

/** What the same revision of a case has to state beside: it would be refused else. */
const ALONGSIDE = {
  'budget-by-year': ' (its budget by year adding up to that)',
  benefits: ' (its benefits in money adding up to that)',
} as const;

const levelInWords = (level: string): string => {
  const name = contributionLevel(CONTRIBUTION_SCALE, Number(level))?.name;
  return name === undefined ? level : `${name} (${level})`;
};

/** A contribution counts once the PMO confirms it, a first one as well as another level. */
const contributionInWords = ({ component, objective, from, to }: ToldChange): string => {
  const what = `contribution of “${component.name}” to “${objective?.name ?? ''}”`;
  return from === null
    ? `a first ${what} at ${levelInWords(to)}, confirmed by the PMO`
    : `the ${what} at ${levelInWords(to)} instead of ${levelInWords(from)}`;
};

const whatChanges = (told: ToldChange): string => {
  const { input, component, from, to } = told;
  if (input === 'one-rating' || input === 'all-ratings') return ratingInWords(told);
  if (input === 'contribution') return contributionInWords(told);
  const was = from === null ? 'no value' : inputInWords(told, from);
  const where = input === 'finish' ? ' in a later report' : '';
  return `${INPUTS[input]} of “${component.name}”${where} at ${inputInWords(told, to)} instead of ${was}${told.alongside ? ALONGSIDE[told.alongside] : ''}`;
};

/** Beyond so many decimals a value is said to be just beside what it rounds to. */
const MOST_DECIMALS = 4;

const decimalsOf = (shown: string): number => shown.split('.')[1]?.length ?? 0;

const inUnit = (shown: string, unit: string | null): string =>
  unit === 'ratio' ? percent(shown, Math.max(1, decimalsOf(shown) - 2)) : measuredInWords(shown, unit);

/** A measured value for people: a share as per cent, an amount with its currency, the rest as it is shown. */
const measured = (shown: string, unit: string | null): string => {
  if (decimalsOf(shown) <= MOST_DECIMALS) return inUnit(shown, unit);
  const near = Decimal.of(shown).rounded(unit === 'ratio' ? 3 : 2);
  const side = Decimal.of(shown).compare(near) < 0 ? 'below' : 'above';
  return `just ${side} ${inUnit(near.toString(), unit)}`;
};

const meaning = ({ to }: ToldEffect): string => (to.meaning === null ? '' : ` (${unended(to.meaning)})`);

/** What becomes of a criterion whose value is not the input itself. */
const effectInWords = (effect: ToldEffect, told: ToldChange): string => {
  const { name, unit, from, to } = effect;
  const isItself = (to.value === told.to && told.input !== 'contribution') || to.value === null;
  if (isItself) return `which puts ${name} on ${to.points ?? 'another step'}${meaning(effect)}`;
  const was = from.shown === null ? 'no value' : measured(from.shown, unit);
  return `which makes ${name} ${measured(to.shown ?? '', unit)} instead of ${was}${meaning(effect)}`;
};

const difference = (before: string | null, after: string | null): Decimal =>
  Decimal.of(after ?? '0').minus(Decimal.of(before ?? '0'));

const byHowMuch = ({ before, after, component }: ToldChange): string => {
  const of = (rows: readonly Placing[]) => rows.find(({ id }) => id === component.id)?.score ?? null;
  const [was, now] = [of(before), of(after)];
  if (was === null || now === null) return 'gives it a score';
  const sum = difference(was, now);
  return `${sum.isNegative ? 'takes' : 'adds'} ${rounded(sum.absolute().toString(), 3)}`;
};

/** A change in words: whose input, from what to what, what it makes of each criterion, and what that adds to its score or takes from it. */
export const changeInWords = (told: ToldChange): string => {
  const onAnotherStep = told.criteria.filter(({ from, to }) => from.points !== to.points);
  const effects = onAnotherStep.map((effect) => effectInWords(effect, told)).join(', ');
  return `${whatChanges(told)}, ${effects} and ${byHowMuch(told)}`;
};

const MOST = 5;

/** Who else gets another rank, in words; nothing where nobody does. */
const othersInWords = ({ others }: ToldChange): string => {
  if (others.length === 0) return '';
  const named = others.slice(0, MOST).map(({ name, before, after }) => {
    const [was, is] = [before ?? 'unranked', after ?? 'unranked'];
    return `“${name}” (${was} → ${is})`;
  });
  const more = others.length > MOST ? ` and ${others.length - MOST} more` : '';
  return ` Others move, too: ${named.join(', ')}${more}.`;
};

/** Where those concerned stood and then stand, and who else moves, in words. */
export const placesInWords = (told: ToldChange): string => {
  const { before, after } = told;
  const was = (id: string) => before.find((one) => one.id === id)?.rank ?? 'unranked';
  const each = after.map(({ id, name, rank }) => {
    const now = rank ?? 'unranked';
    return `“${name}” stands ${now}${now === was(id) ? ', as before' : ` instead of ${was(id)}`}`;
  });
  return `Then ${each.join(' and ')}.${othersInWords(told)}`;
};
