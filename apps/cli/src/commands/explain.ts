import { nameKey } from '@docket/kernel';
import type { Client } from '../client';
import { problemDocument, Refused } from '../problem';
import { withDocket } from '../docket';
import { explanation, type ExplainAnswer } from '../print/explanation';
import { done, type Command } from './command';
import { namesOf } from './people';
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

type Reading = Readonly<{ asOf?: string; model?: string }>;

/** The path of the project in the ranking that is meant. @throws Refused */
export const rankedPath = async (
  client: Client,
  id: string,
  meant: string,
  { asOf, model }: Reading,
): Promise<string> => {
  const ranking = `/api/v1/portfolios/${id}/ranking`;
  const lists = {
    ranking: pathWith(ranking, { asOf, model }),
    projects: pathWith(`/api/v1/portfolios/${id}/projects`, { status: 'all', limit: '1000', asOf }),
  };
  return `${ranking}/${await projectMeant(client, lists, meant)}`;
};

/** What would swap a project with its neighbours, at the moment and by the model of its explanation. */
const swapSentences = async (
  client: Client,
  path: string,
  { asOf, model, above, below }: ExplainAnswer,
): Promise<readonly string[]> => {
  const sides = [...(above ? ['above'] : []), ...(below ? ['below'] : [])];
  const asked = { asOf: asOf.token, model: model.name };
  const answers = sides.map((side) => client.read(pathWith(`${path}/swap`, { with: side, ...asked })));
  return (await Promise.all(answers)).map((one) => (JSON.parse(one) as { sentence: string }).sentence);
};

/** Why a project stands where it stands, and what would swap it with its neighbours. */
export const explain: Command = ([meant = ''], { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const { id, timeZone } = await portfolioMeant(client, portfolio);
    const path = await rankedPath(client, id, meant, { asOf, model });
    const answer = await client.read(pathWith(path, { asOf, model }));
    if (json) return done(answer);
    const told = JSON.parse(answer) as ExplainAnswer;
    const swaps = await swapSentences(client, path, told);
    return done(explanation(told, timeZone, { swaps, named: await namesOf(client) }));
  });
