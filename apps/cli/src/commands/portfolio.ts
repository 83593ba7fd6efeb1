import { nameKey } from '@docket/kernel';
import type { Client } from '../client';
import { problemDocument, Refused } from '../problem';

type PortfolioRow = Readonly<{ id: string; name: string; timeZone: string }>;

const refuse = (code: string, detail: string): Refused =>
  new Refused(problemDocument({ title: 'Which portfolio', status: 404, code, detail }));

const NOT_NOW = ['read-model-behind', 'projections-stopped'];

/**
 * A list that leads to an answer as of `asOf`: as it is now, and where that cannot be shown, as far as it is held. An answer as of now
 * stays refused. @throws Refused
 */
export const listMeant = async (client: Client, path: string, asOf: string | undefined): Promise<string> => {
  try {
    return await client.read(path);
  } catch (error) {
    if (asOf === undefined || !(error instanceof Refused) || !NOT_NOW.includes(error.problem.code))
      throw error;
    const { number } = (await client.standing()).projection;
    if (!number) throw error;
    return client.read(pathWith(path, { asOf: String(number) }));
  }
};

/** The portfolio that is meant: the one named, or the only one; what is asked about it is as of `asOf`. @throws Refused */
export const portfolioMeant = async (
  client: Client,
  name: string | undefined,
  asOf: string | undefined,
): Promise<PortfolioRow> => {
  const { rows } = JSON.parse(await listMeant(client, '/api/v1/portfolios?limit=1000', asOf)) as {
    rows: readonly PortfolioRow[];
  };
  const names = rows.map((row) => `"${row.name}"`).join(', ');
  const found =
    name === undefined ? rows : rows.filter((row) => row.id === name || nameKey(row.name) === nameKey(name));
  const [only, another] = found;
  if (only && !another) return only;
  if (rows.length === 0)
    throw refuse(
      'portfolio-unknown',
      'There is no portfolio yet. `docket import gmpp FILE` brings one, or open one through the API.',
    );
  throw name === undefined
    ? refuse(
        'portfolio-ambiguous',
        `There are several portfolios: ${names}. Say which with --portfolio NAME.`,
      )
    : refuse(
        'portfolio-unknown',
        `There is no portfolio "${name}". There ${rows.length > 1 ? 'are' : 'is'} ${names}.`,
      );
};

/** A path with the parameters that are given, in the place of those it has. */
export const pathWith = (path: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const [address = '', asked = ''] = path.split('?', 2);
  const query = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `${address}?${query.toString()}` : address;
};
