import type { AsOfView } from '../http/reading';
import { dayOf } from '@docket/kernel';
import { html, type Html } from './html';
import { keptFields, linkTo, type Beside, type Kept } from './kept';

type AsOfForm = Readonly<{ kept: Kept; action: string; days?: readonly string[]; beside?: Beside }>;

/** The form that asks for another day, with the ends of the years that the portfolio's history covers. */
export const asOfForm = ({ kept, action, days = [], beside = {} }: AsOfForm): Html => {
  const link = (day: string | undefined, label: string) =>
    html`<a
      href="${linkTo(action, { ...kept, asOf: day }, beside)}"
      ${kept.asOf === day ? html` aria-current="page"` : ''}
      >${label}</a
    >`;
  return html`<form class="asof" method="get" action="${action}">
    ${keptFields(kept, beside, ['asOf'])}
    <label for="asOf"
      >As of (a day, an event number or a token; empty: now)<input
        id="asOf"
        name="asOf"
        size="24"
        value="${kept.asOf ?? ''}"
        placeholder="2019-12-31"
        autocomplete="off"
    /></label>
    <button>Show</button
    >${days.length > 0 ? html`<span class="years">${days.map((day) => link(day, day.slice(0, 4)))}${link(undefined, 'now')}</span>` : ''}
  </form>`;
};

/** What to know to read the answer rightly. */
export const notes = (notices: readonly Readonly<{ text: string }>[]): Html =>
  html`${notices.map(({ text }) => html`<p class="note">${text}</p>`)}`;

/** Where the answer stands, and how to get the same again. */
export const cutFooter = (asOf: AsOfView): Html =>
  html`<footer>
    Answered at event ${asOf.number} of the portfolio (${asOf.recordedNumber} by recording), for ${asOf.at},
    definition ${asOf.definition}, log ${asOf.log}.<br />The same answer again: <code>${asOf.token}</code>
  </footer>`;

/** The moment in words, as the portfolio counts days. */
export const momentInWords = (asked: string | undefined, at: string, timeZone: string): string => {
  if (asked === undefined) return 'now';
  const day = dayOf(at, timeZone);
  return /^\d+$/.test(asked) ? `event ${asked}, on ${day}` : day;
};
