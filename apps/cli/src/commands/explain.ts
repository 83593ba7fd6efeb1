import { nameKey } from '@docket/kernel';
import type { Client } from '../client';
import { problemDocument, Refused } from '../problem';
import { withDocket } from '../docket';
import { explanation, type ExplainAnswer } from '../print/explanation';
import { done, type Command } from './command';
import { pathWith, portfolioMeant } from './portfolio';

type Named = Readonly<{ id: string; name: string }>;
type Page = Readonly<{ rows: readonly Named[]; next: string | null }>;
/** Where projects are looked up: those that are ranked, and all that ever were in the portfolio. */
type Lists = Readonly<{ ranking: string; projects: string }>;

const which = (detail: string): Refused =>
  new Refused(problemDocument({ title: 'Which project', status: 404, code: 'project-unknown', detail }));

const called =
  (wanted: string) =>
  ({ id, name }: Named): boolean =>
    id === wanted || nameKey(name) === wanted;

const partlyCalled =
  (wanted: string) =>
  ({ name }: Named): boolean =>
    nameKey(name).includes(wanted);

/** The only one found, if any. @throws Refused where there are several */
const only = (found: readonly Named[], meant: string): Named | undefined => {
  if (found.length < 2) return found[0];
  const names = found.slice(0, 5).map((row) => `"${row.name}"`);
  throw which(
    `${found.length} projects have "${meant}" in their name: ${names.join(', ')}${found.length > 5 ? ' …' : ''}. Give more of it, or the id.`,
  );
};

const allOf = async (client: Client, path: string): Promise<readonly Named[]> => {
  const rows: Named[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = JSON.parse(await client.read(pathWith(path, { cursor }))) as Page;
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
};

/**
 * The id of the project that is meant: by id or whole name, else by a part of the name that only one has; a ranked one first.
 * One that was killed, withdrawn or rejected, or that left, is found too: why it is not ranked is for the API to say.
 * @throws Refused
 */
export const projectMeant = async (
  client: Client,
  { ranking, projects }: Lists,
  meant: string,
): Promise<string> => {
  const wanted = nameKey(meant);
  const { rows: ranked } = JSON.parse(await client.read(ranking)) as Pick<Page, 'rows'>;
  const named = only(ranked.filter(called(wanted)), meant);
  if (named) return named.id;
  const all = await allOf(client, projects);
  const found =
    only(all.filter(called(wanted)), meant) ??
    only(ranked.filter(partlyCalled(wanted)), meant) ??
    only(all.filter(partlyCalled(wanted)), meant);
  if (found) return found.id;
  throw which(`No project of the portfolio is called "${meant}" as of then. \`docket rank\` lists them.`);
};

/** Why a project stands where it stands. */
export const explain: Command = ([meant = ''], { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio);
    const ranking = `/api/v1/portfolios/${id}/ranking`;
    const lists = {
      ranking: pathWith(ranking, { asOf, model }),
      projects: pathWith(`/api/v1/portfolios/${id}/projects`, { status: 'all', limit: '1000', asOf }),
    };
    const project = await projectMeant(client, lists, meant);
    const answer = await client.read(pathWith(`${ranking}/${project}`, { asOf, model }));
    return done(json ? answer : explanation(JSON.parse(answer) as ExplainAnswer, timeZone));
  });
