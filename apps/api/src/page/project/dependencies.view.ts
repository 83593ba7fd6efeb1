import type { DependencyView } from '@docket/project';
import { dayOf } from '@docket/kernel';
import { html, type Html } from '../html';
import { linkTo, type Kept } from '../kept';
import { days, table, words, type Section } from '../table.view';

/** A project by its name, as a link unless it is the one of the page. */
const end = (id: string, name: string, here: string, kept: Kept): Html =>
  id === here ? html`this one` : html`<a href="${linkTo('/project', kept, { project: id })}">${name}</a>`;

/** What a project depends on, and what depends on it. */
export const dependenciesSection = (
  dependencies: readonly DependencyView[],
  { here, kept, timeZone }: Readonly<{ here: string; kept: Kept; timeZone: string }>,
): readonly Section[] => {
  if (dependencies.length === 0) return [];
  const rows = dependencies.map(({ from, to, fromName, toName, kind, reason, declaredBy, declaredAt }) => [
    end(from, fromName, here, kept),
    kind,
    end(to, toName, here, kept),
    reason,
    `${declaredBy}, ${dayOf(declaredAt, timeZone)}`,
  ]);
  const columns = [words('Project'), words(''), words('Project'), words('Why'), days('Declared')];
  return [{ id: 'dependencies', title: 'Dependencies', body: table(columns, rows) }];
};
