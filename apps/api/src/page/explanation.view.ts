import type { ExplainedCriterion, Explanation, Neighbour } from '@docket/assessment';
import type { AsOfView } from '../http/reading';
import type { ProjectHistory } from '@docket/project';
import { html, type Html } from './html';
import { asOfForm, cutFooter, notes, shown } from './ranking.view';

/** What the page of one project shows: why it stands where it stands, and what happened to it. */
export type ExplanationPage = Explanation &
  Readonly<{ asOf: AsOfView; asked: string | undefined; entries: ProjectHistory['entries'] }>;

const origin = ({ origin: from }: ExplainedCriterion): Html =>
  from
    ? html`<br /><small
          >from ${from.date?.slice(0, 10) ?? 'an undated report'}, <code>${from.stream}</code> revision
          ${from.revision}</small
        >`
    : html``;

const criterion = (one: ExplainedCriterion): Html =>
  html`<tr>
    <td>
      <strong>${one.name}</strong><br /><small
        >weight ${one.weight}${one.direction === 'cost' ? ', less is better' : ''}</small
      >
    </td>
    <td>
      ${one.missing === null ? html`${one.value ?? ''}${one.unit ? ` ${one.unit}` : ''}${one.scale ? html` <small>(${one.scale})</small>` : html``}${origin(one)}` : html`<em>missing</em>: ${one.missing}`}
    </td>
    <td>${one.anchor ? html`${one.anchor.points} of ${one.anchor.maximum}: ${one.anchor.meaning}` : '–'}</td>
    <td class="n">${one.contribution === null ? '–' : shown(one.contribution, 3)}</td>
  </tr> `;

const neighbour = (label: string, one: Neighbour | null, page: ExplanationPage): Html =>
  one
    ? html`<dt>${label}</dt>
        <dd>
          ${one.rank}.
          <a
            href="/project?portfolio=${page.portfolio.id}&project=${one.id}${page.asked ? `&asOf=${encodeURIComponent(page.asked)}` : ''}"
            >${one.name}</a
          >
          (${shown(one.score)}), told apart by ${one.separatedBy.here.key}
        </dd>`
    : html``;

const entry = (one: ExplanationPage['entries'][number]): Html =>
  html`<tr>
    <td class="n">${one.number}</td>
    <td>${(one.date ?? one.recordedAt).slice(0, 10)}</td>
    <td>${one.type.replace(/\.v\d+$/, '')}</td>
  </tr>`;

/** Why one project stands where it stands. */
export const explanationView = (page: ExplanationPage): Html => {
  const { row, ranked, portfolio } = page;
  const back = page.asked ? `&asOf=${encodeURIComponent(page.asked)}` : '';
  return html`<p><a href="/?portfolio=${portfolio.id}${back}">← ${portfolio.name}</a></p>
    <h1>${row.name}</h1>
    <p class="lead">
      ${row.rank === null ? html`Unranked` : html`Rank <strong>${row.rank}</strong> of ${ranked}, score <strong>${shown(row.score, 3)}</strong>`}
      by “${page.model.name}”. ${row.reason}
    </p>
    ${asOfForm({ asked: page.asked, portfolio, days: [] }, '/project', html`<input type="hidden" name="project" value="${row.id}" />`)}${notes(page.notices)}
    <table>
      <thead>
        <tr>
          <th>Criterion</th>
          <th>Reported</th>
          <th>What it means</th>
          <th class="n">Adds to the score</th>
        </tr>
      </thead>
      <tbody>
        ${page.criteria.map(criterion)}
        <tr>
          <td colspan="3"><strong>Score</strong></td>
          <td class="n"><strong>${shown(row.score, 3)}</strong></td>
        </tr>
      </tbody>
    </table>
    <h2>Beside it</h2>
    <dl class="facts">
      ${neighbour('Above', page.above, page)}${neighbour('Below', page.below, page)}
      <dt>Coverage</dt>
      <dd>${(Number(row.coverage) * 100).toFixed(0)} % of the model's weight is reported</dd>
    </dl>
    <h2>What happened</h2>
    <table>
      <thead>
        <tr>
          <th class="n">Event</th>
          <th>Known on</th>
          <th>What</th>
        </tr>
      </thead>
      <tbody>
        ${page.entries.map(entry)}
      </tbody>
    </table>
    ${cutFooter(page)}`;
};
