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

/** The one of that id or name; else the one whose name alone has it as a part. @throws Refused where several have */
const theOne = (rows: readonly Named[], meant: string): Named | undefined => {
  const wanted = meant.trim().toLowerCase();
  const exact = rows.filter((row) => row.id === wanted || row.name.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : rows.filter((row) => row.name.toLowerCase().includes(wanted));
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
 * The project that is meant, among the ranked ones first. One that was killed, withdrawn or rejected, or that left, is found
 * too: why it is not ranked is for the API to say. @throws Refused
 */
const projectMeant = async (
  client: Client,
  { ranking, projects }: Lists,
  meant: string,
): Promise<string> => {
  const { rows } = JSON.parse(await client.read(ranking)) as Pick<Page, 'rows'>;
  const found = theOne(rows, meant) ?? theOne(await allOf(client, projects), meant);
  if (found) return found.id;
  throw which(`No project of the portfolio is called "${meant}" as of then. \`docket rank\` lists them.`);
};

/** Why a project stands where it stands. */
export const explain: Command = ([meant = ''], { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const { id } = await portfolioMeant(client, portfolio);
    const ranking = `/api/v1/portfolios/${id}/ranking`;
    const lists = {
      ranking: pathWith(ranking, { asOf, model }),
      projects: pathWith(`/api/v1/portfolios/${id}/projects`, { status: 'all', limit: '1000', asOf }),
    };
    const project = await projectMeant(client, lists, meant);
    const answer = await client.read(pathWith(`${ranking}/${project}`, { asOf, model }));
    return done(json ? answer : explanation(JSON.parse(answer) as ExplainAnswer));
  });
