import type { Cut, ReadModel } from '@docket/kernel';
import { objectivesOf } from '@docket/portfolio';
import { alignmentOf, type AlignmentFigure, type WeighedObjective } from '../../domain/alignment/alignment';
import { contributionLevel } from '../../domain/alignment/contribution-scale';
import { contributionKey, contributionTable, type ContributionRow } from '../../alignment.tables';

type At = Pick<Cut, 'number'>;

/** The contributions of a portfolio that stand at the cut, claimed and confirmed, by component. */
export const standingContributions = async (
  readModel: ReadModel,
  { number }: At,
  portfolioId: string,
): Promise<ReadonlyMap<string, readonly ContributionRow[]>> => {
  const rows = await readModel.rowsAsOf(contributionTable, number, { scope: portfolioId });
  const standing = rows.map(({ row }) => row).filter(({ status }) => status !== 'withdrawn');
  return Map.groupBy(standing, ({ project_id }) => project_id);
};

/** The contributions of one component that stand at the cut: one seek per objective of its portfolio. */
export const contributionsOfComponent = async (
  readModel: ReadModel,
  cut: At,
  { portfolioId, projectId }: Readonly<{ portfolioId: string; projectId: string }>,
): Promise<readonly ContributionRow[]> => {
  const objectives = await objectivesOf(readModel, cut, { portfolioId });
  const rows = await Promise.all(
    objectives.map(({ id }) =>
      readModel.rowAsOf(contributionTable, cut.number, contributionKey(projectId, id)),
    ),
  );
  return rows.filter((row) => row !== undefined).filter(({ status }) => status !== 'withdrawn');
};

/** The active objectives of a portfolio at the cut, with their weights. */
export const weighedObjectives = async (
  readModel: ReadModel,
  cut: At,
  portfolioId: string,
): Promise<readonly (WeighedObjective & Readonly<{ name: string }>)[]> => {
  const objectives = await objectivesOf(readModel, cut, { portfolioId, status: 'active' });
  return objectives.map(({ id, name, weight }) => ({ id, name, weight }));
};

/** A confirmed level with what it means. @throws Error for a level that no version of the scale has: nothing writes one */
export const levelOf = (scale: string, level: number) => {
  const known = contributionLevel(scale, level);
  if (!known) throw new Error(`The scale ${scale} has no level ${level}.`);
  return known;
};

/** The alignment of a component from its rows: see `alignmentOf`. */
export const alignmentFrom = (
  active: readonly WeighedObjective[],
  rows: readonly ContributionRow[],
): AlignmentFigure =>
  alignmentOf(
    active,
    rows.flatMap(({ objective_id: objectiveId, scale, confirmation }) =>
      confirmation ? [{ objectiveId, alignment: levelOf(scale, confirmation.level).alignment }] : [],
    ),
  );
