import type { ModelComparison } from '@docket/assessment';
import { rounded } from '@docket/kernel';
import { notes } from '../as-of.view';
import { html, type Html } from '../html';
import { keptFields, linkTo, type Kept } from '../kept';
import { figures, table, words } from '../table.view';

type Named = Readonly<{ id: string; name: string; status: string }>;

/** Which two of these models are compared, where somebody asked for it. */
type Choice = Readonly<{ compare?: string | undefined; against?: string | undefined }>;

const options = (models: readonly Named[], chosen: string | undefined): Html =>
  html`${models.map(
    ({ id, name, status }) =>
      html`<option value="${id}" ${chosen === id || chosen === name ? html`selected` : ''}>
        ${name} (${status})
      </option>`,
  )}`;

/** The form that asks for two models to compare, at the moment that is shown; nothing where there is none. */
export const comparisonForm = (models: readonly Named[], kept: Kept, { compare, against }: Choice): Html =>
  models.length === 0
    ? html``
    : html`<form class="asof" method="get" action="/models">
        ${keptFields(kept, {}, [])}
        <label>Compare<select name="compare">${options(models, compare)}</select></label>
        <label
          >with<select name="against"><option value="">the one in force</option>${options(models, against)}</select></label
        >
        <button>Compare</button>${compare === undefined ? '' : html`<a href="${linkTo('/models', kept)}">no comparison</a>`}
      </form>`;

type Stand = ModelComparison['rows'][number]['model'];

const stood = ({ rank, score }: Stand): string =>
  rank === null ? 'unranked' : `${rank} (${rounded(score, 3)})`;

const movedInWords = (
  { moved, rankedBy }: ModelComparison['rows'][number],
  { model, against }: ModelComparison,
): string => {
  if (moved === null) return `ranked only by “${rankedBy === 'model' ? model.name : against.name}”`;
  if (moved === 0) return 'the same place';
  return `${Math.abs(moved)} ${moved > 0 ? 'up' : 'down'}`;
};

const carriedInWords = (carried: readonly string[], { carried: all, against }: ModelComparison): string => {
  const names = all.filter(({ criterion }) => carried.includes(criterion)).map(({ name }) => name);
  return names.length === 0 ? '' : `${names.join(', ')} by “${against.name}”`;
};

/** How many there are of each kind, before anybody by name. */
const headsInWords = ({ heads, model, against }: ModelComparison): Html => {
  const { moved, same, gainRank, loseRank, rankedByNeither } = heads;
  return html`<p class="lead">
    <strong>${moved} moved</strong>; ${gainRank} gain a rank (ranked only by “${model.name}”); ${loseRank} lose it
    (ranked only by “${against.name}”); ${same} of the same rank by both; ${rankedByNeither} ranked by
    neither${rankedByNeither > 0 ? ', not listed here' : ''}.
  </p>`;
};

/** Two models over the portfolio: head counts, then who moves by how much, whose ratings were carried, and how it would stand by its own. */
export const comparisonView = (comparison: ModelComparison, kept: Kept): Html => {
  const { model, against, own, rows, notices } = comparison;
  const listed = rows.filter(({ rankedBy }) => rankedBy !== 'neither');
  return html`<h2 id="comparison">“${model.name}” instead of “${against.name}”</h2>
    ${headsInWords(comparison)}
    <p>
      If “${model.name}” were in force with the ratings it has of its own, ${own.ranked} would stand ranked and
      ${own.unranked} unranked. The largest moves come first,
      then who gains or loses a rank.
    </p>
    ${notes(notices)}
    ${table(
      [
        words('Project'),
        figures(against.name),
        figures(model.name),
        words('Moves'),
        words('Ratings carried'),
      ],
      listed.map((row) => [
        html`<a href="${linkTo('/project', kept, { project: row.id })}">${row.name}</a>`,
        stood(row.against),
        stood(row.model),
        movedInWords(row, comparison),
        carriedInWords(row.carried, comparison),
      ]),
    )}`;
};
