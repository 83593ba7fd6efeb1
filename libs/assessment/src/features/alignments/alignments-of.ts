import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import { projectTable, stands, type ProjectStatus } from '@docket/project';
import type { AlignmentFigure } from '../../domain/alignment/alignment';
import { alignmentFrom, standingContributions, weighedObjectives } from '../contributions/contribution-rows';

/** A component with its alignment. */
export type AlignmentView = Readonly<{
  id: string;
  name: string;
  status: ProjectStatus;
  alignment: AlignmentFigure;
}>;

/** The alignment of every component that is proposed, authorised or held at the cut, by name. */
export const alignmentsOf = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<readonly AlignmentView[]> => {
  const active = await weighedObjectives(readModel, cut, portfolioId);
  const byComponent = await standingContributions(readModel, cut, portfolioId);
  const projects = await readModel.rowsAsOf(projectTable, cut.number, { scope: portfolioId });
  return projects
    .filter(({ row }) => stands(row.status))
    .map(({ key: id, row: { name, status } }) => {
      return { id, name, status, alignment: alignmentFrom(active, byComponent.get(id) ?? []) };
    })
    .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id));
};
