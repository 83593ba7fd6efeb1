import type { ProjectDetail } from '@docket/project';
import { asOfForm } from './as-of.view';
import { html, type Html } from './html';
import { linkTo, type Kept } from './kept';

/** A project asked for as of a moment before anybody knew it. */
export const unknownThenView = ({
  kept,
  project,
}: Readonly<{ kept: Kept; project: ProjectDetail }>): Html => {
  const beside = { project: project.id };
  return html`<p><a href="${linkTo('/', kept)}">← the ranking of that moment</a></p>
    <h1>${project.name}</h1>
    <p class="lead">
      Not known then: the portfolio knows it since ${project.since}.
      <a href="${linkTo('/project', { ...kept, asOf: undefined }, beside)}">As it is now</a>
    </p>
    ${asOfForm({ kept, action: '/project', beside })}`;
};
