import { nameKey } from '@docket/kernel';
import type { Client } from '../client';
import { problemDocument, Refused } from '../problem';

type PortfolioRow = Readonly<{ id: string; name: string; timeZone: string }>;

const refuse = (code: string, detail: string): Refused =>
  new Refused(problemDocument({ title: 'Which portfolio', status: 404, code, detail }));

/** The portfolio that is meant: the one named, or the only one. @throws Refused */
export const portfolioMeant = async (client: Client, name: string | undefined): Promise<PortfolioRow> => {
  const { rows } = JSON.parse(await client.read('/api/v1/portfolios?limit=1000')) as {
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
