import type { EventView } from '@docket/audit';
import type { AsOfView } from '../../http/reading';
import { asOfForm, cutFooter } from '../as-of.view';
import { html, type Html } from '../html';
import type { Kept } from '../kept';
import { person } from '../people';
import { factList, figures, table, words } from '../table.view';

/** What the page of one event shows. */
export type EventPage = Readonly<{ kept: Kept; asOf: AsOfView; event: EventView }>;

type Fields = Readonly<Record<string, unknown>>;

/** Fields that hold the id of a person. */
const PERSON = /(^|[a-z])(actor|assessor|owner|sponsor|manager|proposer|personId|lead|reviewer|[a-z]+By)$/;

const told = (name: string, value: unknown): string => {
  if (typeof value === 'string') return PERSON.test(name) ? person(value) : value;
  return JSON.stringify(value);
};

const fieldsOf = (fields: Fields): Html =>
  Object.keys(fields).length === 0
    ? html`<p>None.</p>`
    : table(
        [words('Field'), words('Value')],
        Object.entries(fields).map(([name, value]) => [name, told(name, value)]),
      );

const said = ({ facts, words: texts, withheld }: EventView): Html =>
  facts === null || texts === null
    ? html`<p class="note">${withheld ?? ''}</p>`
    : html`<h2>Facts</h2>
        ${fieldsOf(facts)}
        <h2>Words</h2>
        ${fieldsOf(texts)}`;

const guards = ({ guards: all }: EventView): Html =>
  all.length === 0
    ? html`<p>It was decided on its own stream alone.</p>`
    : table(
        [words('Stream'), figures('Revision')],
        all.map(({ stream, revision }) => [stream, revision]),
      );

const whoAndWhen = (event: EventView): Html =>
  factList([
    ['On the timeline', event.date],
    ['Recorded at', event.recordedAt],
    ['Known at', event.knownAt],
    ['By', person(event.actor)],
    ['On behalf of', event.onBehalfOf && person(event.onBehalfOf)],
    ['Authentication', event.authentication],
    ['Origin', event.origin],
    ['Command', event.commandId],
    ['Conversation', event.correlationId],
    ['Caused by event', event.causationId],
  ]);

const vouching = ({ vouchedBy, notVouched }: EventView): string =>
  vouchedBy === null
    ? (notVouched ?? '')
    : `revision ${vouchedBy.revision} of its stream, which holds the hash of its facts`;

const place = (event: EventView): Html => {
  const { stream, revision, position, eventId, hash, previous } = event;
  return factList([
    ['Stream', stream],
    ['Revision', String(revision)],
    ['Position in the log', position],
    ['Id', eventId],
    ['Hash of its facts', hash],
    ['Hash of the event before it', previous ?? 'none: it is the first of its stream'],
    ['Vouched for by', vouching(event)],
  ]);
};

/** One event as it is stored: what it says, who recorded it when and on what, and its place in the chain. */
export const eventView = ({ kept, asOf, event }: EventPage): Html =>
  html`<h1>Event ${event.number}: ${event.type}</h1>
    ${asOfForm({ kept, action: `/events/${event.number}` })}${whoAndWhen(event)}${said(event)}
    <h2>What it was decided on</h2>
    ${guards(event)}
    <h2>Its place in the chain</h2>
    ${place(event)}${cutFooter(asOf)}`;
