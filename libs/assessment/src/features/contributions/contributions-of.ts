import { byCodeUnits, refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { projectTable } from '@docket/project';
import type { ContributionRow, JudgementJson } from '../../alignment.tables';
import type { AlignmentFigure } from '../../domain/alignment/alignment';
import {
  CONTRIBUTION_SCALE,
  CONTRIBUTION_SCALES,
  type ContributionLevel,
} from '../../domain/alignment/contribution-scale';
import {
  alignmentFrom,
  contributionsOfComponent,
  levelOf,
  standingContributions,
  weighedObjectives,
} from './contribution-rows';

/** How strongly a component serves an objective, as answers show it. */
export type ContributionView = Readonly<{
  projectId: string;
  objectiveId: string;
  /** `claimed` while the last claim waits to be confirmed, also beside a level that was confirmed before and counts. */
  status: 'claimed' | 'confirmed';
  /** The level that stands: the confirmed one where there is one, else the claimed one; with what it means. */
  level: ContributionLevel;
  /** The level of the last claim: another than `level` where it was confirmed at another, or waits. */
  claimed: ContributionLevel;
  scale: string;
  claim: JudgementJson;
  confirmation: JudgementJson | null;
}>;

/** What one component contributes, and how it is aligned; `levels` are those of the scale in force. */
export type ComponentContributions = Readonly<{
  id: string;
  name: string;
  alignment: AlignmentFigure;
  scale: string;
  levels: readonly ContributionLevel[];
  contributions: readonly ContributionView[];
}>;

const contributionView = (row: ContributionRow): ContributionView => {
  const { project_id: projectId, objective_id: objectiveId, scale, claim, confirmation } = row;
  const level = levelOf(scale, (confirmation ?? claim).level);
  return {
    projectId,
    objectiveId,
    status: row.status === 'confirmed' ? 'confirmed' : 'claimed',
    level,
    claimed: levelOf(scale, claim.level),
    scale,
    claim,
    confirmation,
  };
};

const inOrder = (a: ContributionView, b: ContributionView): number =>
  byCodeUnits(a.projectId, b.projectId) || byCodeUnits(a.objectiveId, b.objectiveId);

export type ContributionFilter = Readonly<{
  portfolioId: string;
  objective?: string;
  status?: 'claimed' | 'confirmed';
}>;

/** Which component of a portfolio serves which objective, by component and objective, as it stood at the cut. */
export const contributionsOf = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number'>,
  { portfolioId, objective, status }: ContributionFilter,
): Promise<readonly ContributionView[]> => {
  const byComponent = await standingContributions(readModel, cut, portfolioId);
  return [...byComponent.values()]
    .flat()
    .map(contributionView)
    .filter((one) => objective === undefined || one.objectiveId === objective)
    .filter((one) => status === undefined || one.status === status)
    .sort(inOrder);
};

/** What one component contributes, as it stood at the cut. */
export const contributionsOfProject = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number' | 'at'>,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<ComponentContributions | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project)
    return refuse(
      'project-unknown',
      `Project ${projectId} is not known as of ${cut.at}. List the projects as of that moment.`,
    );
  const { portfolio: portfolioId } = project;
  const rows = await contributionsOfComponent(readModel, cut, { portfolioId, projectId });
  const active = await weighedObjectives(readModel, cut, portfolioId);
  const levels = CONTRIBUTION_SCALES[CONTRIBUTION_SCALE] ?? [];
  return {
    id: projectId,
    name: project.name,
    alignment: alignmentFrom(active, rows),
    scale: CONTRIBUTION_SCALE,
    levels,
    contributions: rows.map(contributionView).sort(inOrder),
  };
};
