import { dayOf } from '@docket/kernel';
import { figureAlone, FIGURE_NAMES, type ReportedFigures } from '@docket/project';
import type { TraceEntry } from '../http/trace';
import { eventLink } from './event-link';
import { html, type Html } from './html';
import type { Kept } from './kept';
import { doneBy } from './illustrative.view';
import { inNames } from './people';

/** What the words of a history depend on: the portfolio's currency and the time zone its days are counted in. */
export type Setting = Readonly<{ currency: string; timeZone: string }>;

type Details = TraceEntry['details'];

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const fieldsOf = (value: unknown): Details =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Details) : {};

/** Figures in a fixed order, each with its name; amounts with their currency. */
export const figuresInWords = (figures: Details | ReportedFigures, currency: string): string => {
  const given: Readonly<Record<string, unknown>> = { ...figures };
  return Object.entries(FIGURE_NAMES)
    .flatMap(([field, name]) => {
      const value = textOf(given[field]);
      if (value === undefined) return [];
      return [`${name} ${figureAlone(field, value, currency)}`];
    })
    .join(', ');
};

const quoted = (text: string | undefined): string | undefined => text && `“${text}”`;

const sentence = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('; ');

const caseInWords = ({ expectedBenefits, summary, ...figures }: Details, currency: string): string =>
  sentence(
    figuresInWords(
      expectedBenefits === undefined ? figures : { ...figures, benefits: expectedBenefits },
      currency,
    ),
    quoted(textOf(summary)),
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
  sentence(
    ['name', 'department', 'category', 'reference']
      .flatMap((field) => textOf(details[field]) ?? [])
      .join(', '),
    quoted(textOf(details.description)),
  );

const decided = ({ outcome, baseline }: Details, currency: string): string =>
  sentence(
    `decided: ${textOf(outcome)?.replaceAll('-', ' ') ?? ''}`,
    caseInWords(fieldsOf(baseline), currency),
  );

const SAID: Readonly<Record<string, (details: Details, currency: string) => string | undefined>> = {
  ProjectProposed: caseInWords,
  ProposalRevised: caseInWords,
  BusinessCaseRevised: caseInWords,
  ProposalWithdrawn: ({ reason }) => textOf(reason),
  AuthorisedProjectImported: ({ presentFrom, department, category }) =>
    sentence(`in the list of ${textOf(presentFrom) ?? ''}`, textOf(department), textOf(category)),
  ProjectRedescribed: redescribed,
  StatusReported: reportInWords,
  StatusReportCorrected: (details, currency) =>
    sentence(reportInWords(details, currency), quoted(textOf(details.reason))),
  DeliveryConfidenceJudged: ({ judgedFor, rating, scale, reviewer, reason }) =>
    sentence(
      `for ${textOf(judgedFor) ?? ''}`,
      `${textOf(rating) ?? ''} (${textOf(scale) ?? ''}), judged by ${textOf(reviewer) ?? ''}`,
      quoted(textOf(reason)),
    ),
  DeliveryConfidenceWithdrawn: ({ judgedFor, reviewer, reason }) =>
    sentence(
      `the judgement of ${textOf(reviewer) ?? ''} for ${textOf(judgedFor) ?? ''}`,
      quoted(textOf(reason)),
    ),
  DepartureNoted: ({ absentFrom }) =>
    `no longer in the list of ${textOf(absentFrom) ?? ''}: it left without a recorded decision`,
  ReturnNoted: ({ presentFrom }) => `in the list of ${textOf(presentFrom) ?? ''} again`,
  DecisionCarried: decided,
  PartDeclined: ({ part, personId, reason }) =>
    sentence(`${textOf(personId) ?? ''} declined to be ${textOf(part) ?? ''}`, quoted(textOf(reason))),
  PartTakenUp: ({ part, personId }) =>
    `${textOf(personId) ?? ''} took up the part of ${textOf(part) ?? ''} again`,
};

const kindOf = ({ type }: TraceEntry): string => type.replace(/\.v\d+$/, '');

/** What an event said, in one short line; empty where its kind says it all. */
export const saidBy = (entry: TraceEntry, currency: string): string =>
  SAID[kindOf(entry)]?.(entry.details, currency) ?? '';

const motionLink = ({ motionId }: Details): Html | string => {
  const id = textOf(motionId);
  return id === undefined ? '' : html` <a href="/api/v1/motions/${id}">motion</a>`;
};

const line = (
  entry: TraceEntry,
  told: ReadonlyMap<string, string>,
  { currency, timeZone }: Setting,
  kept: Kept,
): Html =>
  html`<tr>
    <td class="n">${eventLink(entry.number, kept, String(entry.number))}</td>
    <td class="day">${dayOf(entry.date ?? entry.recordedAt, timeZone)}</td>
    <td>${kindOf(entry)}</td>
    <td>${doneBy(entry)}</td>
    <td>${inNames(told.get(entry.eventId) ?? saidBy(entry, currency))}${motionLink(entry.details)}</td>
  </tr> `;

/** All that happened to a project, oldest first; `told` says of events what they changed, by their ids. */
export const historyTable = (
  entries: readonly TraceEntry[],
  setting: Setting,
  { kept, told = new Map<string, string>() }: Readonly<{ kept: Kept; told?: ReadonlyMap<string, string> }>,
): Html => {
  return html`<h2>What happened</h2>
    <table>
      <thead>
        <tr>
          <th class="n">Event</th>
          <th>Known on</th>
          <th>What</th>
          <th>By</th>
          <th>It said</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map((entry) => line(entry, told, setting, kept))}
      </tbody>
    </table>`;
};
