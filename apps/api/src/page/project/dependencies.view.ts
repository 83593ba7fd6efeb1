import type { DependencyView } from '@docket/project';
import { dayOf } from '@docket/kernel';
import { html, type Html } from '../html';
import { linkTo, type Kept } from '../kept';
import { days, table, words, type Section } from '../table.view';

type Place = Readonly<{ here: string; kept: Kept; timeZone: string }>;
type End = Readonly<{ id: string; name: string; status: DependencyView['toStatus'] }>;

/** What has become of a project since: nothing is said of one that stands. */
const ended = ({ status, since, stands }: End['status'], timeZone: string): string => {
  if (stands) return '';
  const day = dayOf(since, timeZone);
  return status === 'left' ? `, which left the portfolio on ${day}` : `, which was ${status} on ${day}`;
};

/** A project by its name, as a link unless it is the one of the page. */
const end = ({ id, name, status }: End, { here, kept, timeZone }: Place): Html =>
  id === here
    ? html`this one`
    : html`<a href="${linkTo('/project', kept, { project: id })}">${name}</a>${ended(status, timeZone)}`;

/** What a project depends on, and what depends on it. */
export const dependenciesSection = (
  dependencies: readonly DependencyView[],
  place: Place,
): readonly Section[] => {
  if (dependencies.length === 0) return [];
  const rows = dependencies.map((one) => [
    end({ id: one.from, name: one.fromName, status: one.fromStatus }, place),
    one.kind,
    end({ id: one.to, name: one.toName, status: one.toStatus }, place),
    one.reason,
    `${one.declaredBy}, ${dayOf(one.declaredAt, place.timeZone)}`,
  ]);
  const columns = [words('Project'), words(''), words('Project'), words('Why'), days('Declared')];
  return [{ id: 'dependencies', title: 'Dependencies', body: table(columns, rows) }];
};
