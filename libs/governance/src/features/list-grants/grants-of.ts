import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { grantView, type GrantView } from '../../grant.view';
import { grantsAt } from '../grants-at';

/** `all` takes those that are not in force, too. */
export type GrantFilter = Readonly<{ portfolioId: string; standing: 'in-force' | 'all' }>;

const oldestFirst = (a: GrantView, b: GrantView): number =>
  byCodeUnits(a.givenAt, b.givenAt) || byCodeUnits(a.id, b.id);

/** The delegations of a portfolio that are in force at a cut, or all there are, oldest first. */
export const grantsOf = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number' | 'at'>,
  { portfolioId, standing }: GrantFilter,
): Promise<readonly GrantView[]> => {
  const { rows, chain, timeZone } = await grantsAt(readModel, cut, portfolioId);
  return [...rows]
    .map(([id, row]) => grantView(id, row, chain(id), { at: cut.at, timeZone }))
    .filter((grant) => standing === 'all' || grant.standing === 'in-force')
    .sort(oldestFirst);
};
