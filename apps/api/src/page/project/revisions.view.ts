import type { CaseRevision } from '@docket/project';
import { dayOf, type Json } from '@docket/kernel';
import { html, type Html } from '../html';
import { table, words, type Section } from '../table.view';

const told = (value: Json): string => {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const fields = (count: number): string => `${count} ${count === 1 ? 'field' : 'fields'}`;

const partSaid = ({ event, part, reason }: NonNullable<CaseRevision['part']>): string =>
  event === 'PartTakenUp' ? `takes up the part of ${part}` : `declines to be ${part}: ${reason ?? ''}`;

const said = ({ number, differences, part }: CaseRevision): string => {
  if (part) return partSaid(part);
  return number === 1
    ? `as first stated, ${fields(differences.length)}`
    : `${fields(differences.length)} otherwise`;
};

/** The last one is open: it is what most come for. */
const revision = (one: CaseRevision, isLast: boolean, timeZone: string): Html =>
  html`<details ${isLast && one.number > 1 ? html`open` : ''}>
    <summary>Revision ${one.number}, ${dayOf(one.date, timeZone)}, by ${one.actor}: ${said(one)}</summary>
    ${table(
      [words('Field'), words('Before'), words('After')],
      one.differences.map(({ path, before, after }) => [path, told(before), told(after)]),
    )}
  </details> `;

/** Every revision of the business case with what it says otherwise than the one before, field by field. */
export const revisionsSection = (revisions: readonly CaseRevision[], timeZone: string): readonly Section[] =>
  revisions.length === 0
    ? []
    : [
        {
          id: 'revisions',
          title: 'Revisions of the case',
          body: html`${revisions.map((one, at) => revision(one, at === revisions.length - 1, timeZone))}`,
        },
      ];
