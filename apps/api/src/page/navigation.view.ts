import { html, type Html } from './html';
import { linkTo, type Kept } from './kept';

const PAGES = [
  ['/', 'Ranking'],
  ['/portfolio', 'Strategy and composition'],
  ['/models', 'Scoring models'],
  ['/moves', 'What moved'],
] as const;

/** The pages of one portfolio, each at the moment and by the model that is shown. */
export const navigation = (kept: Kept, here: string): Html =>
  html`<nav class="pages" aria-label="Pages of the portfolio">
    ${PAGES.map(([path, label]) => html`<a href="${linkTo(path, kept)}" ${path === here ? html`aria-current="page"` : ''}>${label}</a> `)}
  </nav>`;

/** Leads to each portfolio there is, to the same page of it where it has one; the one chosen is only named. */
export const portfolioLinks = (
  all: readonly Readonly<{ id: string; name: string }>[],
  chosen: string,
  path: string,
): Html => {
  const page = PAGES.some(([one]) => one === path) ? path : '/';
  return html`<p>
    ${all.map(({ id, name }) => (id === chosen ? html`<strong>${name}</strong> ` : html`<a href="${page}?portfolio=${id}">${name}</a> `))}
  </p>`;
};
