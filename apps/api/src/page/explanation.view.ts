import {
  leftOutInWords,
  type ExplainedCriterion,
  type Explanation,
  type Neighbour,
} from '@docket/assessment';
import type { ProjectDetail } from '@docket/project';
import type { AsOfView } from '../http/reading';
import type { TraceEntry } from '../http/trace';
import { dayOf, measuredInWords, percent, rounded } from '@docket/kernel';
import { asOfForm, cutFooter, notes } from './as-of.view';
import { historyTable, type Setting } from './history.view';
import { eventLink } from './event-link';
import { html, type Html } from './html';
import { linkTo, type Kept } from './kept';
import { inNames } from './people';
import { madeUpDecisions } from './illustrative.view';
import { projectFacts } from './project-facts.view';
import { ratedView } from './rated.view';

/** What the page of one project shows: why it stands where it stands, and what happened to it. */
export type ExplanationPage = Explanation &
  Readonly<{
    asOf: AsOfView;
    kept: Kept;
    entries: readonly TraceEntry[];
    portfolio: Setting & Readonly<{ name: string }>;
    project: ProjectDetail;
    /** What would swap it with the one above and the one below, in sentences. */
    swaps: readonly string[];
    /** What moved it since an earlier day. */
    moved: Html;
    /** What is known of it beside its place: its case, its reports, its part in the strategy. */
    file: Html;
    /** What each correction of a report changed, by the id of its event. */
    told: ReadonlyMap<string, string>;
  }>;

type Shown = Readonly<{ timeZone: string; kept: Kept }>;

const origin = ({ origin: from }: ExplainedCriterion, { timeZone, kept }: Shown): Html =>
  from
    ? html`<br /><small
          >from ${eventLink(from.number, kept)} of ${dayOf(from.date, timeZone)}, <code>${from.stream}</code> revision
          ${from.revision}</small
        >`
    : html``;

/** The figures of it that the latest report leaves out, each as it was last said. */
const leftOut = ({ figures }: ExplainedCriterion): readonly Html[] =>
  figures.flatMap((figure) => {
    const told = leftOutInWords(figure);
    return told === undefined ? [] : [html`<br /><small>${told}</small>`];
  });

/** A step of a scale by what it counts; of a mean to two places. */
const step = ({ anchor, rated }: ExplainedCriterion): Html | string =>
  anchor
    ? html`${rated ? rounded(anchor.credit, 2) : anchor.credit} of ${anchor.maximum}: ${anchor.meaning}`
    : '–';

/** What a criterion has: a value that was reported, or what its assessors gave. */
const value = (one: ExplainedCriterion, shown: Shown): Html => {
  if (one.rated) return ratedView(one, one.rated, shown);
  if (one.missing !== null) return html`<em>missing</em>: ${one.missing}`;
  const scale = one.scale ? html` <small>(${one.scale})</small>` : '';
  return html`${measuredInWords(one.value ?? '', one.unit)}${scale}${origin(one, shown)}${leftOut(one)}`;
};

const criterion = (one: ExplainedCriterion, shown: Shown): Html =>
  html`<tr>
    <td>
      <strong>${one.name}</strong><br /><small
        >weight ${percent(one.weight)}${one.direction === 'cost' ? ', less is better' : ''}</small
      >
    </td>
    <td>${value(one, shown)}</td>
    <td>${step(one)}</td>
    <td class="n">${one.contribution === null ? '–' : rounded(one.contribution, 3)}</td>
  </tr> `;

const neighbour = (label: string, one: Neighbour | null, page: ExplanationPage): Html =>
  one
    ? html`<dt>${label}</dt>
        <dd>
          ${one.rank}.
          <a href="${linkTo('/project', page.kept, { project: one.id })}">${one.name}</a>
          (${rounded(one.score, 2)}), told apart by ${one.separatedBy.here.key}
        </dd>`
    : html``;

/** Why one project stands where it stands. */
export const explanationView = (page: ExplanationPage): Html => {
  const { row, ranked, portfolio, kept } = page;
  const beside = { project: row.id };
  return html`<p><a href="${linkTo('/', kept)}">← ${portfolio.name}</a></p>
    <h1>${row.name}</h1>
    <p class="lead">
      ${row.rank === null ? html`Unranked` : html`Rank <strong>${row.rank}</strong> of ${ranked}, score <strong>${rounded(row.score, 3)}</strong>`}
      by “${page.model.name}”. ${row.reason}
      <a href="${linkTo('/letter', kept, beside)}">The letter to its proposer</a>
    </p>
    ${asOfForm({ kept, action: '/project', beside })}${notes(page.notices)}
    <table>
      <thead>
        <tr>
          <th>Criterion</th>
          <th>Reported or rated</th>
          <th>What it means</th>
          <th class="n">Adds to the score</th>
        </tr>
      </thead>
      <tbody>
        ${page.criteria.map((one) => criterion(one, { timeZone: portfolio.timeZone, kept }))}
        <tr>
          <td colspan="3"><strong>Score</strong></td>
          <td class="n"><strong>${rounded(row.score, 3)}</strong></td>
        </tr>
      </tbody>
    </table>
    <h2>Beside it</h2>
    <dl class="facts">
      ${neighbour('Above', page.above, page)}${neighbour('Below', page.below, page)}
      <dt>Coverage</dt>
      <dd>${percent(row.coverage)} of the model's weight is reported</dd>
    </dl>
    ${page.swaps.map((sentence) => html`<p class="swap">${inNames(sentence)}</p>`)}
    ${page.moved}
    <h2>What it is</h2>
    ${madeUpDecisions(page.entries)}${projectFacts(page.project, portfolio)}${page.file}${historyTable(page.entries, portfolio, { kept, told: page.told })}${cutFooter(page.asOf)}`;
};
