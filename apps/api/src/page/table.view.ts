import { html, type Html } from './html';

type Cell = Html | string | number;

/** The head of a column and how its cells are set: words, figures to the right, days unbroken. */
export type Column = Readonly<{ label: string; kind: '' | 'n' | 'day' }>;

export const words = (label: string): Column => ({ label, kind: '' });
export const figures = (label: string): Column => ({ label, kind: 'n' });
export const days = (label: string): Column => ({ label, kind: 'day' });

const line = (cells: readonly Cell[], columns: readonly Column[]): Html =>
  html`<tr>
    ${cells.map((cell, at) => html`<td class="${columns[at]?.kind ?? ''}">${cell}</td>`)}
  </tr> `;

/** A table that a narrow window scrolls by itself. */
export const table = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): Html =>
  html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${columns.map(({ label, kind }) => html`<th class="${kind}">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((cells) => line(cells, columns))}
      </tbody>
    </table>
  </div>`;

/** Facts with their labels; what is not known is left out. */
export const factList = (facts: readonly (readonly [string, Html | string | null | undefined])[]): Html =>
  html`<dl class="facts">
    ${facts.map(([label, value]) =>
      value
        ? html`<dt>${label}</dt>
            <dd>${value}</dd>`
        : '',
    )}
  </dl>`;

/** A part of a page under its own heading, that a link can lead to. */
export type Section = Readonly<{ id: string; title: string; body: Html }>;

/** Parts of a page one after the other, with the way to each in front where there are several. */
export const sections = (parts: readonly Section[]): Html =>
  html`${parts.length > 1 ? html`<p class="contents">${parts.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}</p>` : ''}${parts.map(
    ({ id, title, body }) => html`<h2 id="${id}">${title}</h2>
        ${body}`,
  )}`;
