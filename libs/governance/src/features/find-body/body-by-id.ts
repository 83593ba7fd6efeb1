import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { bodyTable } from '../../governance.tables';
import { bodyView, type BodyView } from '../../governance.view';

/** One body at a cut. */
export const bodyById = async (
  readModel: ReadModel,
  { number, at }: Pick<Cut, 'number' | 'at'>,
  { bodyId }: Readonly<{ bodyId: string }>,
): Promise<BodyView | Refused<'body-unknown'>> => {
  const row = await readModel.rowAsOf(bodyTable, number, bodyId);
  return row
    ? bodyView(bodyId, row, at)
    : refuse('body-unknown', `There was no body ${bodyId} then. List the bodies of the portfolio.`);
};
