import type { ProjectDetail } from '@docket/project';
import type { AsOfView } from '../http/reading';
import type { TraceEntry } from '../http/trace';
import { historyTable, type Setting } from './history.view';
import { html, type Html } from './html';
import { projectFacts } from './project-facts.view';
import { asOfForm, cutFooter } from './ranking.view';

/** What the page of a project shows that is in no ranking: why not, what it last was, and what happened to it. */
export type UnrankedProjectPage = Readonly<{
  asOf: AsOfView;
  asked: string | undefined;
  portfolio: Setting & Readonly<{ id: string; name: string }>;
  /** The sentence with which the ranking refuses to explain it. */
  refusal: string;
  project: ProjectDetail;
  entries: readonly TraceEntry[];
}>;

/** A project that is in no ranking (killed, withdrawn, rejected, left, completed): its last figures and its history. */
export const unrankedProjectView = (page: UnrankedProjectPage): Html => {
  const { portfolio, project, asked } = page;
  const back = asked ? `&asOf=${encodeURIComponent(asked)}` : '';
  const hidden = html`<input type="hidden" name="project" value="${project.id}" />`;
  return html`<p><a href="/?portfolio=${portfolio.id}${back}">← ${portfolio.name}</a></p>
    <h1>${project.name}</h1>
    <p class="lead">${page.refusal}</p>
    ${asOfForm({ asked, portfolio, days: [] }, '/project', hidden)}${projectFacts(project, portfolio)}${historyTable(page.entries, portfolio)}${cutFooter(page)}`;
};
