import type { Baseline, ProjectDetail } from '@docket/project';
import { amountInWords } from '@docket/kernel';
import { html, type Html } from '../html';
import { figures, table, words, type Section } from '../table.view';

type Line = readonly [string, (baseline: Baseline) => string | undefined];

const budgets = ({ budgetByYear = [] }: Baseline, currency: string): string =>
  budgetByYear.map(({ year, amount }) => `${year}: ${amountInWords(currency, amount)}`).join('; ');

const lines = (currency: string): readonly Line[] => [
  ['Whole-life cost', ({ wholeLifeCost }) => amountInWords(currency, wholeLifeCost)],
  ['Benefits', ({ expectedBenefits }) => expectedBenefits && amountInWords(currency, expectedBenefits)],
  ['Start', ({ start }) => start],
  ['Finish', ({ finish }) => finish],
  ['Budget by year', (baseline) => budgets(baseline, currency)],
  ['Planned benefits', ({ benefits = [] }) => benefits.map(({ name }) => name).join(', ')],
];

const FIGURES = { wholeLifeCost: 'whole-life cost', start: 'start', finish: 'finish' } as const;

/** What is said now otherwise than was committed. */
const differing = (differences: ProjectDetail['differsFromBaseline'], currency: string): Html => {
  if (differences.length === 0) return html``;
  const told = differences.map(({ figure, baseline, present, reportedFor }) => {
    const value = (text: string) => (figure === 'wholeLifeCost' ? amountInWords(currency, text) : text);
    return `${FIGURES[figure]} ${value(present)} by ${reportedFor === null ? 'its business case' : `its report for ${reportedFor}`}, ${value(baseline)} as authorised`;
  });
  return html`<p class="note">It differs from its baseline: ${told.join('; ')}.</p>`;
};

/** What a body authorised: at first, and as it stands after decisions to re-baseline; none of work nobody authorised here. */
export const baselineSection = (
  { baseline, baselineScope, differsFromBaseline }: ProjectDetail,
  currency: string,
): readonly Section[] => {
  if (!baseline) return [];
  const { original, current } = baseline;
  const rows = lines(currency)
    .map(([label, of]) => [label, of(original) || '–', of(current) || '–'])
    .filter(([, first, now]) => first !== '–' || now !== '–');
  const scope =
    baselineScope?.original || baselineScope?.current
      ? [['Scope', baselineScope.original ?? '–', baselineScope.current ?? '–']]
      : [];
  const body = table([words('Authorised'), figures('Original'), figures('Current')], [...rows, ...scope]);
  return [
    { id: 'baseline', title: 'Baseline', body: html`${body}${differing(differsFromBaseline, currency)}` },
  ];
};
