import type { ProjectDetail } from '@docket/project';
import type { AsOfView } from '../http/reading';
import type { TraceEntry } from '../http/trace';
import { asOfForm, cutFooter } from './as-of.view';
import { historyTable, type Setting } from './history.view';
import { html, type Html } from './html';
import { linkTo, type Kept } from './kept';
import { madeUpDecisions } from './illustrative.view';
import { projectFacts } from './project-facts.view';

/** What the page of a project shows that is in no ranking: why not, what it last was, and what happened to it. */
export type UnrankedProjectPage = Readonly<{
  asOf: AsOfView;
  kept: Kept;
  portfolio: Setting & Readonly<{ name: string }>;
  /** The sentence with which the ranking refuses to explain it. */
  refusal: string;
  project: ProjectDetail;
  entries: readonly TraceEntry[];
  /** What is known of it beside: its case, its reports, its part in the strategy. */
  file: Html;
  /** What each correction of a report changed, by the id of its event. */
  told: ReadonlyMap<string, string>;
}>;

/** A project that is in no ranking (killed, withdrawn, rejected, left, completed): its last figures and its history. */
export const unrankedProjectView = (page: UnrankedProjectPage): Html => {
  const { portfolio, project, kept } = page;
  return html`<p><a href="${linkTo('/', kept)}">← ${portfolio.name}</a></p>
    <h1>${project.name}</h1>
    <p class="lead">${page.refusal}</p>
    ${asOfForm({ kept, action: '/project', beside: { project: project.id } })}${madeUpDecisions(page.entries)}${projectFacts(project, portfolio)}${page.file}${historyTable(page.entries, portfolio, { kept, told: page.told })}${cutFooter(page.asOf)}`;
};
