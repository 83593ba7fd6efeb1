import { amountInWords, type Day, type Json } from '@docket/kernel';
import type { ReportedFigures } from './domain/project';
import type { StandingFigures } from './standing-figures';

/** What people call each reported figure, in the order in which they are told. */
export const FIGURE_NAMES: Readonly<Record<keyof ReportedFigures, string>> = {
  plannedValue: 'planned value',
  earnedValue: 'earned value',
  actualCost: 'actual cost',
  forecastCost: 'forecast cost',
  forecastFinish: 'forecast finish',
  budget: 'budget',
  forecast: 'forecast',
  wholeLifeCost: 'whole-life cost',
  benefits: 'benefits',
  start: 'start',
  finish: 'finish',
};

const DAYS: ReadonlySet<string> = new Set(['start', 'finish', 'forecastFinish']);
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(FIGURE_NAMES));
const AMOUNTS: ReadonlySet<string> = new Set(
  [...NAMES.keys(), 'expectedBenefits'].filter((name) => !DAYS.has(name)),
);

/** The value of one figure of that name: an amount with its currency, or a day. */
export const figureAlone = (name: string, value: string, currency: string): string =>
  DAYS.has(name) ? value : amountInWords(currency, value);

const spaced = (name: string): string =>
  NAMES.get(name) ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What is said of a whole stands before the fields of it. */
const WHOLE: ReadonlySet<string> = new Set(['figures', 'case', 'report']);

const stepsOf = (path: string): readonly string[] => {
  const steps = path.split('/').map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.length > 1 && WHOLE.has(steps[0] ?? '') ? steps.slice(1) : steps;
};

/** The name of a field that is said otherwise, by its path in a `FieldDifference`: `budgetByYear/2027` is "budget 2027". */
export const fieldInWords = (path: string): string => {
  const [first = '', key = '', ...rest] = stepsOf(path);
  if (key === '') return spaced(first);
  switch (first) {
    case 'budgetByYear':
      return `budget ${key}`;
    case 'demand':
      return `demand, ${key}`;
    case 'benefits':
    case 'risks':
      return `${first.slice(0, -1)} ${key}, ${rest.map(spaced).join(' ')}`;
    default:
      return [first, key, ...rest].map(spaced).join(': ');
  }
};

/** Whether a field of a case holds the id of a person. */
export const isPersonField = (path: string): boolean => /(^|\/)(sponsor|manager|owner)$/.test(path);

const texts = (value: Json): string => {
  if (Array.isArray(value)) return value.map(texts).join(', ') || 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const grouped = (amount: string): string => amountInWords('', amount).trim();

/**
 * What is said in a field, but for null: an amount of money with the portfolio's currency, hours of people with their unit, a list by
 * what it holds. A planned benefit is told without its unit, which its path does not name.
 */
export const saidInWords = (path: string, value: Json, currency: string): string => {
  const [first = '', key, inner] = stepsOf(path);
  const text = texts(value);
  if (typeof value !== 'string') return text;
  if (first === 'demand') return `${grouped(text)} hours`;
  if (inner === 'planned') return grouped(text);
  return first === 'budgetByYear' || (key === undefined && AMOUNTS.has(first))
    ? amountInWords(currency, text)
    : text;
};

/** Figures as they stand, those of the latest report first, and each day that others were last said for. */
export const standingInWords = (
  figures: StandingFigures,
  latest: Day | undefined,
  currency: string,
): string => {
  const told = Object.entries(FIGURE_NAMES).flatMap(([name, words]) => {
    const figure = figures[name as keyof ReportedFigures];
    return figure
      ? [{ day: figure.reportedFor, words: `${words} ${figureAlone(name, figure.value, currency)}` }]
      : [];
  });
  const days = [...new Set(told.map(({ day }) => day))].sort().reverse();
  return days
    .map((day) => {
      const said = told.filter((one) => one.day === day).map(({ words }) => words);
      return `${said.join(', ')}${day === latest ? '' : ` (last said for ${day})`}`;
    })
    .join('; ');
};
