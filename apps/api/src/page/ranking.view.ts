import { dayOf, Decimal, percent, rounded } from '@docket/kernel';
import type { AsOfView } from '../http/reading';
import { html, type Html } from './html';

type Contribution = Readonly<{ criterion: string; points: string }>;
type Row = Readonly<{
  rank: number | null;
  reason: string;
  id: string;
  name: string;
  /** What the row itself does not say and a reader has to know: that it is not authorised, or stands still. */
  standing?: string | undefined;
  score: string | null;
  coverage: string;
  contributions: readonly Contribution[];
  tieBreak: readonly Readonly<{ key: string }>[];
}>;

/** A criterion of the model: what it is called, and the most it can give. */
type Criterion = Readonly<{ id: string; name: string; scale: Readonly<{ maximum: string }> }>;

/** What the ranking page shows. */
export type RankingPage = Readonly<{
  asOf: AsOfView;
  asked: string | undefined;
  portfolio: Readonly<{ id: string; name: string; timeZone: string }>;
  model: Readonly<{ name: string }>;
  /** Those of the model, in its order. */
  criteria: readonly Criterion[];
  notices: readonly Readonly<{ text: string }>[];
  rows: readonly Row[];
  /** Ends of years the portfolio's history covers. */
  days: readonly string[];
}>;

const WIDTH = 150;

/**
 * The highest score the model can give. A score is a weighted mean of what the criteria with a value give, so that of a project
 * measured on one criterion alone can reach that criterion's maximum: the largest of them bounds all.
 */
const maximumOf = (criteria: readonly Criterion[]): Decimal =>
  criteria
    .map(({ scale }) => Decimal.of(scale.maximum))
    .reduce((most, one) => (one.compare(most) > 0 ? one : most), Decimal.zero);

/** The contributions of a score drawn end to end; the whole width is the highest score the model can give. */
const parts = (contributions: readonly Contribution[], criteria: readonly Criterion[]): Html => {
  const maximum = Number(maximumOf(criteria).toString());
  const drawn = contributions.map(({ criterion, points }) => {
    const index = criteria.findIndex(({ id }) => id === criterion);
    return {
      index,
      said: `${criteria[index]?.name ?? criterion}: ${rounded(points, 2)}`,
      points: Number(points),
    };
  });
  let x = 0;
  const bars = drawn.map(({ index, said, points }) => {
    const width = (points / maximum) * WIDTH;
    const bar = html`<rect class="k${index % 6}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="14"
      ><title>${said}</title></rect
    >`;
    x += width;
    return bar;
  });
  const all = drawn.map(({ said }) => said).join(', ');
  return html`<svg class="parts" width="${WIDTH}" height="14" role="img" aria-label="${all}">${bars}</svg>`;
};

const query = (asked: string | undefined): string =>
  asked === undefined ? '' : `&asOf=${encodeURIComponent(asked)}`;

/** Where the score is that of a neighbour: what tells the two apart. */
const toldApart = ({ tieBreak }: Row): Html => {
  const last = tieBreak.at(-1);
  return tieBreak.length > 1 && last
    ? html`<br /><small>Its score is that of a neighbour; told apart by ${last.key}.</small>`
    : html``;
};

const line = (row: Row, page: RankingPage): Html =>
  html`<tr class="${row.rank === null ? 'unranked' : 'ranked'}">
    <td class="n">${row.rank ?? '–'}</td>
    <td class="name">
      <a href="/project?portfolio=${page.portfolio.id}&project=${row.id}${query(page.asked)}">${row.name}</a
      >${row.standing === undefined ? '' : html` <small>(${row.standing})</small>`}
    </td>
    <td class="n">${rounded(row.score, 2)}</td>
    <td>${row.rank === null ? '' : parts(row.contributions, page.criteria)}</td>
    <td class="n">${percent(row.coverage)}</td>
    <td class="why">${row.reason}${toldApart(row)}</td>
  </tr> `;

const legend = (criteria: readonly Criterion[]): Html =>
  html`<div class="legend">
    ${criteria.map(
      ({ name }, index) =>
        html`<span
          ><svg class="parts" width="10" height="10" aria-hidden="true">
            <rect class="k${index % 6}" width="10" height="10" />
          </svg>
          ${name}</span
        >`,
    )}
  </div>`;

/** The form that asks for another day. */
export const asOfForm = (
  page: Pick<RankingPage, 'asked' | 'days'> & Readonly<{ portfolio: Readonly<{ id: string }> }>,
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

const momentOf = ({ asked, asOf, portfolio }: RankingPage): string => {
  if (asked === undefined) return 'now';
  const day = dayOf(asOf.at, portfolio.timeZone);
  return /^\d+$/.test(asked) ? `event ${asked}, on ${day}` : day;
};

/** The ranked portfolio with reasons. */
export const rankingView = (page: RankingPage): Html => {
  const ranked = page.rows.filter((row) => row.rank !== null);
  return html`<h1>${page.portfolio.name}</h1>
    <p class="lead">
      ${ranked.length} projects ranked by
      “${page.model.name}”${page.rows.length > ranked.length ? `, ${page.rows.length - ranked.length} unranked for too little data` : ''},
      as of ${momentOf(page)}. The bar is the score, made of
      what each criterion contributes; the project's name leads to where each number came from.
    </p>
    ${asOfForm(page, '/')}${notes(page.notices)}${legend(page.criteria)}
    <table>
      <thead>
        <tr>
          <th class="n">Rank</th>
          <th>Project</th>
          <th class="n">Score (0–${maximumOf(page.criteria).toString()})</th>
          <th>Contributions</th>
          <th class="n">Coverage</th>
          <th class="why">Why here</th>
        </tr>
      </thead>
      <tbody>
        ${page.rows.map((row) => line(row, page))}
      </tbody>
    </table>
    ${cutFooter(page)}`;
};
