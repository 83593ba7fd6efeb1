import type { FundingLine } from '@docket/assessment';
import { Decimal, percent, rounded } from '@docket/kernel';
import type { AsOfView } from '../http/reading';
import { asOfForm, cutFooter, momentInWords, notes } from './as-of.view';
import { fundedCell, FUNDED_HEAD, lineAbove, lineForm, lineInWords } from './funding-line.view';
import { html, type Html } from './html';
import { linkTo, type Kept } from './kept';

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
  kept: Kept;
  portfolio: Readonly<{ name: string; timeZone: string }>;
  model: Readonly<{ name: string }>;
  /** Those of the model, in its order. */
  criteria: readonly Criterion[];
  notices: readonly Readonly<{ text: string }>[];
  rows: readonly Row[];
  /** Ends of years the portfolio's history covers. */
  days: readonly string[];
  /** Where a budget was given: who stands above its line. */
  line?: FundingLine | undefined;
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

/** Where the score is that of a neighbour: what tells the two apart. */
const toldApart = ({ tieBreak }: Row): Html => {
  const last = tieBreak.at(-1);
  return tieBreak.length > 1 && last
    ? html`<br /><small>Its score is that of a neighbour; told apart by ${last.key}.</small>`
    : html``;
};

const line = (row: Row, page: RankingPage): Html =>
  html`${page.line ? lineAbove(row, page.line, COLUMNS) : ''}<tr class="${row.rank === null ? 'unranked' : 'ranked'}">
    <td class="n">${row.rank ?? '–'}</td>
    <td class="name">
      <a href="${linkTo('/project', page.kept, { project: row.id })}">${row.name}</a
      >${row.standing === undefined ? '' : html` <small>(${row.standing})</small>`}
    </td>
    <td class="n">${rounded(row.score, 2)}</td>
    <td>${row.rank === null ? '' : parts(row.contributions, page.criteria)}</td>
    <td class="n">${percent(row.coverage)}</td>
    ${page.line ? fundedCell(row, page.line, page.portfolio) : ''}
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

/** Columns of the table with the funding line in it. */
const COLUMNS = 7;

/** The ranked portfolio with reasons, and with the line that a budget draws along it. */
export const rankingView = (page: RankingPage): Html => {
  const ranked = page.rows.filter((row) => row.rank !== null);
  return html`<h1>${page.portfolio.name}</h1>
    <p class="lead">
      ${ranked.length} projects ranked by
      “${page.model.name}”${page.rows.length > ranked.length ? `, ${page.rows.length - ranked.length} unranked for too little data` : ''},
      as of ${momentInWords(page.kept.asOf, page.asOf.at, page.portfolio.timeZone)}. The bar is the score, made of
      what each criterion contributes; the project's name leads to where each number came from.
    </p>
    ${asOfForm({ kept: page.kept, action: '/', days: page.days })}${lineForm(page.kept, '/')}${notes(page.notices)}${page.line ? lineInWords(page.line) : ''}${legend(page.criteria)}
    <table>
      <thead>
        <tr>
          <th class="n">Rank</th>
          <th>Project</th>
          <th class="n">Score (0–${maximumOf(page.criteria).toString()})</th>
          <th>Contributions</th>
          <th class="n">Coverage</th>
          ${page.line ? FUNDED_HEAD : ''}
          <th class="why">Why here</th>
        </tr>
      </thead>
      <tbody>
        ${page.rows.map((row) => line(row, page))}
      </tbody>
    </table>
    ${cutFooter(page.asOf)}`;
};
