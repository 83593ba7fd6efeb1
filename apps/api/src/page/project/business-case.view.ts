import type { ProjectDetail } from '@docket/project';
import { amountInWords } from '@docket/kernel';
import type { Setting } from '../history.view';
import { html, type Html } from '../html';
import { person } from '../people';
import { days, factList, figures, table, words, type Section } from '../table.view';
import { partInWords } from './parts.view';

type Case = NonNullable<ProjectDetail['businessCase']>;
type Benefit = Case['benefits'][number];

const withTitle = (title: string, shown: Html | ''): Html | '' =>
  shown === '' ? '' : html`<h3>${title}</h3> ${shown}`;

const budget = ({ budgetByYear }: Case, currency: string): Html | '' =>
  budgetByYear.length === 0
    ? ''
    : table(
        [days('Year'), figures('Budget')],
        budgetByYear.map(({ year, amount }) => [year, amountInWords(currency, amount)]),
      );

const demand = ({ demand: lines }: Case): Html | '' =>
  lines.length === 0
    ? ''
    : table(
        [words('Skill'), days('Month'), figures('Hours')],
        lines.map(({ skill, month, hours }) => [skill, month, amountInWords('', hours).trim()]),
      );

const increments = ({ planned, unit }: Benefit, currency: string): Html =>
  html`${planned.map(
    ({ day, amount }) =>
      html`from ${day}: ${unit === 'money' ? amountInWords(currency, amount) : `${amountInWords('', amount).trim()} ${unit}`}<br />`,
  )}`;

const benefits = ({ benefits: all }: Case, currency: string): Html | '' =>
  all.length === 0
    ? ''
    : table(
        [words('Benefit'), words('Metric'), words('Owner'), words('Planned')],
        all.map((benefit) => [
          benefit.name,
          benefit.metric,
          person(benefit.owner),
          increments(benefit, currency),
        ]),
      );

const risks = ({ risks: all }: Case): Html | '' =>
  all.length === 0
    ? ''
    : table(
        [
          words('Risk'),
          figures('Probability (1–5)'),
          figures('Impact (1–5)'),
          words('Owner'),
          words('Response'),
        ],
        all.map(({ description, probability, impact, owner, response }) => [
          description ?? 'not told',
          probability,
          impact,
          person(owner),
          response ?? '–',
        ]),
      );

const people = (project: ProjectDetail, timeZone: string): readonly (readonly [string, string | null])[] => [
  ['Proposed by', project.proposer && person(project.proposer)],
  ['Sponsor', partInWords(project, 'sponsor', timeZone)],
  ['Manager', partInWords(project, 'manager', timeZone)],
];

/** The business case as it stands: scope, budget by year, demand, benefits, risks and tags; none of work that has no case. */
export const businessCaseSection = (
  project: ProjectDetail,
  { currency, timeZone }: Setting,
): readonly Section[] => {
  const { businessCase } = project;
  if (!businessCase) return [];
  const { scope, options, tags = [], vendor } = businessCase;
  const facts = factList([
    ...people(project, timeZone),
    ['Scope', scope],
    ['Options considered', options],
    ['Vendor', vendor],
    ['Tags', tags.length > 0 ? tags.join(', ') : null],
  ]);
  const body = html`${facts}
  ${withTitle('Budget by year', budget(businessCase, currency))}${withTitle('Demand', demand(businessCase))}${withTitle('Benefits', benefits(businessCase, currency))}${withTitle('Risks', risks(businessCase))}`;
  return [{ id: 'case', title: 'Business case', body }];
};
