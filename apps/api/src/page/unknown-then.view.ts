import type { ProjectDetail } from '@docket/project';
import { html, type Html } from './html';
import { asOfForm } from './ranking.view';

type UnknownThenPage = Readonly<{ portfolioId: string; asked: string | undefined; project: ProjectDetail }>;

/** A project asked for as of a moment before anybody knew it. */
export const unknownThenView = ({ portfolioId, asked, project }: UnknownThenPage): Html => {
  const then = asked === undefined ? '' : `&asOf=${encodeURIComponent(asked)}`;
  const hidden = html`<input type="hidden" name="project" value="${project.id}" />`;
  return html`<p><a href="/?portfolio=${portfolioId}${then}">← the ranking of that moment</a></p>
    <h1>${project.name}</h1>
    <p class="lead">
      Not known then: the portfolio knows it since ${project.since}.
      <a href="/project?portfolio=${portfolioId}&project=${project.id}">As it is now</a>
    </p>
    ${asOfForm({ asked, portfolio: { id: portfolioId }, days: [] }, '/project', hidden)}`;
};
