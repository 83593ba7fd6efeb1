import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { closureTable, type ClosureRow } from '../../closure.tables';
import { closureView, type ClosureView } from '../../closure.view';
import { projectTable } from '../../project.tables';

/** What is looked for among closure reports; what is left out, is not asked. */
export type ClosureFilter = Readonly<{
  portfolioId: string;
  outcome?: ClosureRow['outcome'] | undefined;
  /** Who owns the benefits from then on. */
  owner?: string | undefined;
  /** Words of the lessons or the name, in any case of letters. */
  text?: string | undefined;
}>;

const says = ({ name, lessons }: ClosureView, text: string): boolean =>
  `${name}\n${lessons}`.toLowerCase().includes(text.toLowerCase());

const isAskedFor = (view: ClosureView, { outcome, owner, text }: ClosureFilter): boolean =>
  (outcome === undefined || view.outcome === outcome) &&
  (owner === undefined || view.benefitOwner === owner) &&
  (text === undefined || says(view, text));

const latestFirst = (a: ClosureView, b: ClosureView): number =>
  byCodeUnits(b.finish, a.finish) || byCodeUnits(a.projectId, b.projectId);

/** The closure reports of a portfolio at a cut that are looked for, the last finished first. */
export const closuresOf = async (
  readModel: ReadModel,
  { number }: Pick<Cut, 'number'>,
  filter: ClosureFilter,
): Promise<readonly ClosureView[]> => {
  const scope = filter.portfolioId;
  const rows = await readModel.rowsAsOf(closureTable, number, { scope });
  const projects = await readModel.rowsAsOf(projectTable, number, { scope });
  const names = new Map(projects.map(({ key, row }) => [key, row.name]));
  return rows
    .map(({ key, row }) => closureView(key, names.get(key) ?? '', row))
    .filter((view) => isAskedFor(view, filter))
    .sort(latestFirst);
};
