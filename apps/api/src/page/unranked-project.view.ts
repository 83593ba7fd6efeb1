import type { ProjectDetail, ProjectHistory } from '@docket/project';
import type { AsOfView } from '../http/reading';
import { figuresInWords, historyTable, type Setting } from './history.view';
import { html, type Html } from './html';
import { asOfForm, cutFooter } from './ranking.view';

/** What the page of a project shows that is in no ranking: why not, what it last was, and what happened to it. */
export type UnrankedProjectPage = Readonly<{
  asOf: AsOfView;
  asked: string | undefined;
  portfolio: Setting & Readonly<{ id: string; name: string }>;
  /** The sentence with which the ranking refuses to explain it. */
  refusal: string;
  project: ProjectDetail;
  entries: ProjectHistory['entries'];
}>;

const fact = (label: string, value: string | null | undefined): Html =>
  value
    ? html`<dt>${label}</dt>
        <dd>${value}</dd>`
    : html``;

const facts = ({ project, portfolio }: UnrankedProjectPage): Html => {
  const { lastReport, businessCase, baseline } = project;
  const told = (figures: Parameters<typeof figuresInWords>[0]) => figuresInWords(figures, portfolio.currency);
  return html`<dl class="facts">
    ${fact('Status', project.status)}${fact('In no list since', project.absentFrom)}${fact('Department', project.department)}${fact('Category', project.category)}${fact('Known since', project.since)}${fact('Business case', businessCase && told({ ...businessCase, benefits: businessCase.expectedBenefits }))}${fact('Authorised with', baseline && told(baseline))}${fact('Last report', lastReport && `for ${lastReport.reportedFor}`)}${fact('Rated', lastReport?.confidence?.rating)}${fact('Reported', lastReport && told(lastReport.figures))}${fact('What it was about', project.description)}
  </dl>`;
};

/** A project that is in no ranking (killed, withdrawn, rejected, left, completed): its last figures and its history. */
export const unrankedProjectView = (page: UnrankedProjectPage): Html => {
  const { portfolio, project, asked } = page;
  const back = asked ? `&asOf=${encodeURIComponent(asked)}` : '';
  const hidden = html`<input type="hidden" name="project" value="${project.id}" />`;
  return html`<p><a href="/?portfolio=${portfolio.id}${back}">← ${portfolio.name}</a></p>
    <h1>${project.name}</h1>
    <p class="lead">${page.refusal}</p>
    ${asOfForm({ asked, portfolio, days: [] }, '/project', hidden)}${facts(page)}${historyTable(page.entries, portfolio)}${cutFooter(page)}`;
};
