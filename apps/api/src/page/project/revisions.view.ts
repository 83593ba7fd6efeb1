import { fieldInWords, isPersonField, saidInWords, type CaseRevision } from '@docket/project';
import { dayOf, type Json } from '@docket/kernel';
import { eventLink } from '../event-link';
import { html, type Html } from '../html';
import type { Setting } from '../history.view';
import type { Kept } from '../kept';
import { person } from '../people';
import { table, words, type Section } from '../table.view';

const valueOf = (path: string, value: Json, currency: string): string => {
  if (value === null) return '–';
  const told = saidInWords(path, value, currency);
  return isPersonField(path) ? person(told) : told;
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const fields = (count: number): string => `${count} ${count === 1 ? 'field' : 'fields'}`;

const partSaid = ({ event, part, reason }: NonNullable<CaseRevision['part']>): string =>
  event === 'PartTakenUp' ? `takes up the part of ${part}` : `declines to be ${part}: ${reason ?? ''}`;

const said = ({ number, differences, part }: CaseRevision): string => {
  if (part) return partSaid(part);
  return number === 1
    ? `as first stated, ${fields(differences.length)}`
    : `${fields(differences.length)} otherwise`;
};

/** `numbers`: those of the events that are shown, by their ids. */
type Shown = Setting & Readonly<{ kept: Kept; numbers: ReadonlyMap<string, number> }>;

/** The last one is open: it is what most come for. */
const revision = (one: CaseRevision, isLast: boolean, { currency, timeZone, kept, numbers }: Shown): Html => {
  const number = numbers.get(one.eventId);
  return html`<details ${isLast && one.number > 1 ? html`open` : ''}>
    <summary>Revision ${one.number}, ${dayOf(one.date, timeZone)}, by ${person(one.actor)}: ${said(one)}</summary>
    ${number === undefined ? '' : html`<p>Recorded as ${eventLink(number, kept)}.</p>`}
    ${table(
      [words('Field'), words('Before'), words('After')],
      one.differences.map(({ path, before, after }) => [
        capitalised(fieldInWords(path)),
        valueOf(path, before, currency),
        valueOf(path, after, currency),
      ]),
    )}
  </details> `;
};

/** Every revision of the business case with what it says otherwise than the one before, field by field. */
export const revisionsSection = (revisions: readonly CaseRevision[], shown: Shown): readonly Section[] =>
  revisions.length === 0
    ? []
    : [
        {
          id: 'revisions',
          title: 'Revisions of the case',
          body: html`${revisions.map((one, at) => revision(one, at === revisions.length - 1, shown))}`,
        },
      ];
