import type { Cut, ReadModel } from '@docket/kernel';
import { portfolioTable } from '@docket/portfolio';
import { chainOf, type Chain } from '../domain/grant/chain';
import type { KnownGrant } from '../domain/grant/grant.state';
import { isLimitedBy } from '../domain/grant/route';
import { grantInRow, grantTable, type GrantRow } from '../grant.tables';

/** The grants of a portfolio at a cut, by id, with the time zone its periods are counted in. */
export type GrantsAt = Readonly<{
  rows: ReadonlyMap<string, GrantRow>;
  grants: ReadonlyMap<string, KnownGrant>;
  chain: (grantId: string) => Chain;
  timeZone: string;
}>;

const NONE: Chain = { grants: [], isRootLimited: false };

/** Every grant of a portfolio that was given by the cut, revoked and expired ones included. */
export const grantsAt = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  portfolioId: string,
): Promise<GrantsAt> => {
  const rows = await readModel.rowsAsOf(grantTable, number, { scope: portfolioId });
  const portfolio = await readModel.rowAsOf(portfolioTable, number, portfolioId);
  const grants = new Map(rows.map(({ key, scope, row }) => [key, grantInRow(key, scope, row)]));
  const isLimited = isLimitedBy(grants);
  const chain = (grantId: string): Chain => {
    const grant = grants.get(grantId);
    return grant ? chainOf(grant, grants, isLimited) : NONE;
  };
  const timeZone = portfolio?.time_zone ?? 'UTC';
  return { rows: new Map(rows.map(({ key, row }) => [key, row])), grants, chain, timeZone };
};
