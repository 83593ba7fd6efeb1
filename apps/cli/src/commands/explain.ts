import type { Client } from '../client';
import { problemDocument, Refused } from '../problem';
import { withDocket } from '../docket';
import { explanation, type ExplainAnswer } from '../print/explanation';
import { done, type Command } from './command';
import { pathWith, portfolioMeant } from './portfolio';

type Named = Readonly<{ id: string; name: string }>;

/** The project that is meant: by id, or by a name only one in the ranking has. @throws Refused */
const projectMeant = async (client: Client, path: string, meant: string): Promise<string> => {
  const { rows } = JSON.parse(await client.read(path)) as { rows: readonly Named[] };
  const wanted = meant.trim().toLowerCase();
  const exact = rows.filter((row) => row.id === wanted || row.name.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : rows.filter((row) => row.name.toLowerCase().includes(wanted));
  const [only, another] = found;
  if (only && !another) return only.id;
  const detail = only
    ? `${found.length} projects have "${meant}" in their name: ${found
        .slice(0, 5)
        .map((row) => `"${row.name}"`)
        .join(', ')}${found.length > 5 ? ' …' : ''}. Give more of it, or the id.`
    : `No project of the portfolio is called "${meant}" as of then. \`docket rank\` lists them.`;
  throw new Refused(
    problemDocument({ title: 'Which project', status: 404, code: 'project-unknown', detail }),
  );
};

/** Why a project stands where it stands. */
export const explain: Command = ([meant = ''], { json, portfolio, asOf, model }, settings) =>
  withDocket(settings, async (client) => {
    const { id } = await portfolioMeant(client, portfolio);
    const ranking = `/api/v1/portfolios/${id}/ranking`;
    const project = await projectMeant(client, pathWith(ranking, { asOf, model }), meant);
    const answer = await client.read(pathWith(`${ranking}/${project}`, { asOf, model }));
    return done(json ? answer : explanation(JSON.parse(answer) as ExplainAnswer));
  });
