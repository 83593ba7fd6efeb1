import { dayOf, type Json } from '@docket/kernel';
import type { HistoryEntry, ReportedFigures } from '@docket/project';
import { amount } from './figures';
import { html, type Html } from './html';

/** What the words of a history depend on: the portfolio's currency and the time zone its days are counted in. */
export type Setting = Readonly<{ currency: string; timeZone: string }>;

type Details = HistoryEntry['details'];

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const fieldsOf = (value: Json | undefined): Details =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Details) : {};

const FIGURES: Readonly<Record<keyof ReportedFigures, string>> = {
  plannedValue: 'planned value',
  earnedValue: 'earned value',
  actualCost: 'actual cost',
  budget: 'budget',
  forecast: 'forecast',
  wholeLifeCost: 'whole-life cost',
  benefits: 'benefits',
  start: 'start',
  finish: 'finish',
};

const DAYS: ReadonlySet<string> = new Set(['start', 'finish']);

/** Figures in a fixed order, each with its name; amounts with their currency. */
export const figuresInWords = (figures: Details | ReportedFigures, currency: string): string => {
  const given: Readonly<Record<string, Json | undefined>> = { ...figures };
  return Object.entries(FIGURES)
    .flatMap(([field, name]) => {
      const value = textOf(given[field]);
      if (value === undefined) return [];
      return [`${name} ${DAYS.has(field) ? value : amount(currency, value)}`];
    })
    .join(', ');
};

const sentence = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('; ');

const caseInWords = ({ expectedBenefits, ...figures }: Details, currency: string): string =>
  figuresInWords(
    expectedBenefits === undefined ? figures : { ...figures, benefits: expectedBenefits },
    currency,
  );

const reportInWords = ({ reportedFor, confidence, figures }: Details, currency: string): string => {
  const rating = textOf(fieldsOf(confidence).rating);
  return sentence(
    `for ${textOf(reportedFor) ?? ''}`,
    rating && `rated ${rating}`,
    figuresInWords(fieldsOf(figures), currency),
  );
};

const redescribed = (details: Details): string =>
  ['name', 'department', 'category', 'reference']
    .flatMap((field) => textOf(details[field]) ?? [])
    .join(', ') || 'another description';

const decided = ({ outcome, baseline }: Details, currency: string): string =>
  sentence(
    `decided: ${textOf(outcome)?.replaceAll('-', ' ') ?? ''}`,
    caseInWords(fieldsOf(baseline), currency),
  );

const SAID: Readonly<Record<string, (details: Details, currency: string) => string | undefined>> = {
  ProjectProposed: caseInWords,
  ProposalRevised: caseInWords,
  ProposalWithdrawn: ({ reason }) => textOf(reason),
  AuthorisedProjectImported: ({ presentFrom, department, category }) =>
    sentence(`in the list of ${textOf(presentFrom) ?? ''}`, textOf(department), textOf(category)),
  ProjectRedescribed: redescribed,
  StatusReported: reportInWords,
  DepartureNoted: ({ absentFrom }) => `no longer in the list of ${textOf(absentFrom) ?? ''}`,
  ReturnNoted: ({ presentFrom }) => `in the list of ${textOf(presentFrom) ?? ''} again`,
  DecisionCarried: decided,
};

const kindOf = ({ type }: HistoryEntry): string => type.replace(/\.v\d+$/, '');

/** What an event said, in one short line; empty where its kind says it all. */
export const saidBy = (entry: HistoryEntry, currency: string): string =>
  SAID[kindOf(entry)]?.(entry.details, currency) ?? '';

const motionLink = ({ motionId }: Details): Html | string => {
  const id = textOf(motionId);
  return id === undefined ? '' : html` <a href="/api/v1/motions/${id}">motion</a>`;
};

const line = (entry: HistoryEntry, { currency, timeZone }: Setting): Html =>
  html`<tr>
    <td class="n">${entry.number}</td>
    <td class="day">${dayOf(entry.date ?? entry.recordedAt, timeZone)}</td>
    <td>${kindOf(entry)}</td>
    <td>${saidBy(entry, currency)}${motionLink(entry.details)}</td>
  </tr> `;

/** All that happened to a project, oldest first. */
export const historyTable = (entries: readonly HistoryEntry[], setting: Setting): Html =>
  html`<h2>What happened</h2>
    <table>
      <thead>
        <tr>
          <th class="n">Event</th>
          <th>Known on</th>
          <th>What</th>
          <th>It said</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map((entry) => line(entry, setting))}
      </tbody>
    </table>`;
