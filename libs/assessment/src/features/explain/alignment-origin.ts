import type { Cut, ReadModel, Row, RowVersion } from '@docket/kernel';
import { objectiveTable, type ObjectiveRow } from '@docket/portfolio';
import { contributionKey, contributionTable, type ContributionRow } from '../../alignment.tables';
import { alignmentFrom } from '../contributions/contribution-rows';

type Serving = Readonly<{
  id: string;
  objective: readonly RowVersion<ObjectiveRow>[];
  contribution: readonly RowVersion<ContributionRow>[];
}>;

const rowAt = <R extends Row>(versions: readonly RowVersion<R>[], number: number): R | undefined =>
  versions.findLast(({ validFrom }) => validFrom <= number)?.row ?? undefined;

const alignmentAt = (serving: readonly Serving[], number: number): string | null => {
  const active = serving.flatMap(({ id, objective }) => {
    const row = rowAt(objective, number);
    return row?.status === 'active' ? [{ id, weight: row.weight }] : [];
  });
  const rows = serving.flatMap(({ contribution }) => rowAt(contribution, number) ?? []);
  return alignmentFrom(
    active,
    rows.filter(({ status }) => status !== 'withdrawn'),
  ).value;
};

/** Finds the number of the event since which a component has the alignment it has at the cut: on a contribution, or on an objective. */
export const alignmentOriginOf = async (
  readModel: ReadModel,
  { number: cut }: Pick<Cut, 'number'>,
  { portfolioId: scope, projectId }: Readonly<{ portfolioId: string; projectId: string }>,
): Promise<number | undefined> => {
  const objectives = await readModel.rowsAsOf(objectiveTable, cut, { scope });
  const serving = await Promise.all(
    objectives.map(async ({ key: id }) => ({
      id,
      objective: await readModel.history(objectiveTable, id),
      contribution: await readModel.history(contributionTable, contributionKey(projectId, id)),
    })),
  );
  const versions = serving.flatMap(({ objective, contribution }) => [...objective, ...contribution]);
  const numbers = [...new Set(versions.map(({ validFrom }) => validFrom))]
    .filter((number) => number <= cut)
    .sort((a, b) => a - b);
  const last = alignmentAt(serving, cut);
  const before = numbers.findLastIndex((number) => alignmentAt(serving, number) !== last);
  return numbers[before + 1];
};
