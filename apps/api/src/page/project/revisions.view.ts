import type { CaseRevision } from '@docket/project';
import { dayOf, type Json } from '@docket/kernel';
import { eventLink } from '../event-link';
import { html, type Html } from '../html';
import type { Kept } from '../kept';
import { person } from '../people';
import { table, words, type Section } from '../table.view';

const told = (value: Json): string => {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Fields of a case that hold the id of a person. */
const PERSON = /(^|\/)(sponsor|manager|owner)$/;

const valueOf = (path: string, value: Json): string =>
  value !== null && PERSON.test(path) ? person(told(value)) : told(value);

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
type Shown = Readonly<{ timeZone: string; kept: Kept; numbers: ReadonlyMap<string, number> }>;

/** The last one is open: it is what most come for. */
const revision = (one: CaseRevision, isLast: boolean, { timeZone, kept, numbers }: Shown): Html => {
  const number = numbers.get(one.eventId);
  return html`<details ${isLast && one.number > 1 ? html`open` : ''}>
    <summary>Revision ${one.number}, ${dayOf(one.date, timeZone)}, by ${person(one.actor)}: ${said(one)}</summary>
    ${number === undefined ? '' : html`<p>Recorded as ${eventLink(number, kept)}.</p>`}
    ${table(
      [words('Field'), words('Before'), words('After')],
      one.differences.map(({ path, before, after }) => [path, valueOf(path, before), valueOf(path, after)]),
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
