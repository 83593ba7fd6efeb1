import type { AsOfView } from '../http/reading';
import { html, type Html } from './html';

type Contribution = Readonly<{ criterion: string; points: string }>;
type Row = Readonly<{
  rank: number | null;
  reason: string;
  id: string;
  name: string;
  score: string | null;
  coverage: string;
  contributions: readonly Contribution[];
}>;

/** What the ranking page shows. */
export type RankingPage = Readonly<{
  asOf: AsOfView;
  asked: string | undefined;
  portfolio: Readonly<{ id: string; name: string }>;
  model: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
  rows: readonly Row[];
  /** Ends of years the portfolio's history covers. */
  days: readonly string[];
}>;

/** A decimal rounded for display. */
export const shown = (decimal: string | null, places = 2): string =>
  decimal === null ? '–' : Number(decimal).toFixed(places);

const WIDTH = 150;
const MAXIMUM = 5;

/** The contributions of a score drawn end to end. */
const parts = (contributions: readonly Contribution[], order: readonly string[]): Html => {
  let x = 0;
  const bars = contributions.map(({ criterion, points }) => {
    const width = Math.max(0, (Number(points) / MAXIMUM) * WIDTH);
    const bar = html`<rect
      class="k${order.indexOf(criterion) % 6}"
      x="${x.toFixed(1)}"
      width="${width.toFixed(1)}"
      height="14"
      ><title>${inWords(criterion)}: ${shown(points)}</title></rect
    >`;
    x += width;
    return bar;
  });
  const said = contributions
    .map(({ criterion, points }) => `${inWords(criterion)} ${shown(points)}`)
    .join(', ');
  return html`<svg class="parts" width="${WIDTH}" height="14" role="img" aria-label="${said}">${bars}</svg>`;
};

const query = (asked: string | undefined): string =>
  asked === undefined ? '' : `&asOf=${encodeURIComponent(asked)}`;

const line = (row: Row, order: readonly string[], page: RankingPage): Html =>
  html`<tr class="${row.rank === null ? 'unranked' : 'ranked'}">
    <td class="n">${row.rank ?? '–'}</td>
    <td class="name">
      <a href="/project?portfolio=${page.portfolio.id}&project=${row.id}${query(page.asked)}">${row.name}</a>
    </td>
    <td class="n">${shown(row.score)}</td>
    <td>${row.rank === null ? '' : parts(row.contributions, order)}</td>
    <td class="n">${(Number(row.coverage) * 100).toFixed(0)} %</td>
    <td class="why">${row.reason}</td>
  </tr> `;

const legend = (order: readonly string[]): Html =>
  html`<div class="legend">
    ${order.map(
      (criterion, index) =>
        html`<span
          ><svg class="parts" width="10" height="10" aria-hidden="true">
            <rect class="k${index % 6}" width="10" height="10" />
          </svg>
          ${inWords(criterion)}</span
        >`,
    )}
  </div>`;

/** The form that asks for another day. */
export const asOfForm = (
  page: Pick<RankingPage, 'asked' | 'portfolio' | 'days'>,
  action: string,
  hidden: Html = html``,
): Html => {
  const link = (day: string | undefined, label: string) => {
    const current = page.asked === day ? html` aria-current="page"` : html``;
    const target = `${action}?portfolio=${page.portfolio.id}${query(day)}`;
    return html`<a href="${target}" ${current}>${label}</a>`;
  };
  return html`<form class="asof" method="get" action="${action}">
    <input type="hidden" name="portfolio" value="${page.portfolio.id}" />${hidden}
    <label for="asOf"
      >As of (a day, an event number or a token; empty: now)<input
        id="asOf"
        name="asOf"
        size="24"
        value="${page.asked ?? ''}"
        placeholder="2019-12-31"
        autocomplete="off"
    /></label>
    <button>Show</button
    >${action === '/' ? html`<span class="years">${page.days.map((day) => link(day, day.slice(0, 4)))}${link(undefined, 'now')}</span>` : html``}
  </form>`;
};

/** What to know to read the answer rightly. */
export const notes = (notices: RankingPage['notices']): Html =>
  html`${notices.map(({ text }) => html`<p class="note">${text}</p>`)}`;

/** Where the answer stands, and how to get the same again. */
export const cutFooter = ({ asOf }: Pick<RankingPage, 'asOf'>): Html =>
  html`<footer>
    Answered at event ${asOf.number} of the portfolio (${asOf.recordedNumber} by recording), for ${asOf.at},
    definition ${asOf.definition}, log ${asOf.log}.<br />The same answer again: <code>${asOf.token}</code>
  </footer>`;

/** The criteria of the model in its order: as the row with the most contributions has them, then what only others have. */
const criteriaOf = (ranked: readonly Row[]): readonly string[] => {
  const fullest = [...ranked].sort((a, b) => b.contributions.length - a.contributions.length);
  return [...new Set(fullest.flatMap((row) => row.contributions.map(({ criterion }) => criterion)))];
};

const inWords = (criterion: string): string => criterion.replaceAll('-', ' ');

/** The ranked portfolio with reasons. */
export const rankingView = (page: RankingPage): Html => {
  const ranked = page.rows.filter((row) => row.rank !== null);
  const order = criteriaOf(ranked);
  return html`<h1>${page.portfolio.name}</h1>
    <p class="lead">
      ${ranked.length} projects ranked by
      “${page.model.name}”${page.rows.length > ranked.length ? `, ${page.rows.length - ranked.length} unranked for too little data` : ''},
      as of ${page.asked === undefined ? 'now' : page.asOf.at.slice(0, 10)}. The bar is the score, made of
      what each criterion contributes; the project's name leads to where each number came from.
    </p>
    ${asOfForm(page, '/')}${notes(page.notices)}${legend(order)}
    <table>
      <thead>
        <tr>
          <th class="n">Rank</th>
          <th>Project</th>
          <th class="n">Score (0–5)</th>
          <th>Contributions</th>
          <th class="n">Coverage</th>
          <th class="why">Why here</th>
        </tr>
      </thead>
      <tbody>
        ${page.rows.map((row) => line(row, order, page))}
      </tbody>
    </table>
    ${cutFooter(page)}`;
};
