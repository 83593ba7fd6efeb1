import { nameKey } from '@docket/kernel';
import type { Client } from '../client';
import { problemDocument, Refused } from '../problem';
import { withDocket } from '../docket';
import { explanation, type ExplainAnswer } from '../print/explanation';
import { done, type Command } from './command';
import { namesOf } from './people';
import { pathWith, portfolioMeant } from './portfolio';

type Named = Readonly<{ id: string; name: string }>;
type Project = Named & Readonly<{ status: string; since: string }>;
type Page = Readonly<{ rows: readonly Project[]; next?: string | null }>;

/** So many are named where several are meant. */
const MOST = 5;
/** Where projects are looked up: those that come first (that are ranked, or that stand), and all that ever were in the portfolio. */
type Lists = Readonly<{ first: string; projects: string }>;

/** Projects that stand in a portfolio, before all that ever were in it. */
export const standingFirst = (portfolioId: string, asOf: string | undefined): Lists => {
  const projects = `/api/v1/portfolios/${portfolioId}/projects`;
  const most = { limit: '1000', asOf };
  return { first: pathWith(projects, most), projects: pathWith(projects, { ...most, status: 'all' }) };
};

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

/** How each of several is told from the others: its id, and, where it is known, what became of it and since when it is there. */
const toldApart = (found: readonly Named[], all: readonly Project[]): readonly string[] => {
  const known = new Map(all.map((one) => [one.id, one]));
  return found.slice(0, MOST).map(({ id, name }) => {
    const project = known.get(id);
    return `"${name}" (${id}${project ? `, ${project.status}, since ${project.since}` : ''})`;
  });
};

/** The only one found, if any. @throws Refused where there are several */
const only = async (
  found: readonly Named[],
  meant: string,
  all: () => Promise<readonly Project[]>,
): Promise<Named | undefined> => {
  if (found.length < 2) return found[0];
  const told = toldApart(found, await all());
  throw which(
    `${found.length} projects have "${meant}" in their name: ${told.join('; ')}${found.length > MOST ? ' …' : ''}. Give more of it, or the id.`,
  );
};

const allOf = async (client: Client, path: string): Promise<readonly Project[]> => {
  const rows: Project[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = JSON.parse(await client.read(pathWith(path, { cursor }))) as Page;
    rows.push(...page.rows);
    cursor = page.next ?? null;
  }
  return rows;
};

/**
 * The id of the project that is meant: by id or whole name, else by a part of the name that only one has; a ranked or standing one first.
 * One that was killed, withdrawn or rejected, or that left, is found too: why it is not ranked is for the API to say.
 * @throws Refused
 */
export const projectMeant = async (
  client: Client,
  { first, projects }: Lists,
  meant: string,
): Promise<string> => {
  const wanted = nameKey(meant);
  const standing = await allOf(client, first);
  const every = () => allOf(client, projects);
  const named = await only(standing.filter(called(wanted)), meant, every);
  if (named) return named.id;
  const all = await every();
  const known = () => Promise.resolve(all);
  const found =
    (await only(all.filter(called(wanted)), meant, known)) ??
    (await only(standing.filter(partlyCalled(wanted)), meant, known)) ??
    (await only(all.filter(partlyCalled(wanted)), meant, known));
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
    first: pathWith(ranking, { asOf, model }),
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
    const { id, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const path = await rankedPath(client, id, meant, { asOf, model });
    const answer = await client.read(pathWith(path, { asOf, model }));
    if (json) return done(answer);
    const told = JSON.parse(answer) as ExplainAnswer;
    const swaps = await swapSentences(client, path, told);
    return done(explanation(told, timeZone, { swaps, named: await namesOf(client) }));
  });
