import { Decimal, type Cut, type DecimalText, type ReadModel } from '@docket/kernel';
import { RATIO_PLACES } from '@docket/portfolio';
import { projectTable } from '@docket/project';
import type { ContributionRow } from '../../alignment.tables';
import { standingContributions, weighedObjectives } from '../contributions/contribution-rows';

/** The version of the definition: another way to work it out is another series. */
export const OBJECTIVE_COVERAGE = 'objective-coverage-1';

/** Of `value` and `reason` exactly one is null. */
export type ObjectiveCoverageView = Readonly<{
  portfolioId: string;
  kpi: typeof OBJECTIVE_COVERAGE;
  covered: Readonly<{ value: DecimalText | null; reason: 'no-objectives' | null }>;
  coverage: Readonly<{ used: number; eligible: number }>;
  /** By name. */
  uncovered: readonly Readonly<{ id: string; name: string }>[];
}>;

const serves = ({ confirmation }: ContributionRow): boolean =>
  confirmation !== null && confirmation.level > 0;

/**
 * Active objectives that at least one authorised component is confirmed to serve (above the level "none") / active
 * objectives, at the cut: objective coverage of the definitions of KPIs.
 */
export const objectiveCoverageAt = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<ObjectiveCoverageView> => {
  const active = await weighedObjectives(readModel, cut, portfolioId);
  const byComponent = await standingContributions(readModel, cut, portfolioId);
  const projects = await readModel.rowsAsOf(projectTable, cut.number, { scope: portfolioId });
  const served = new Set(
    projects
      .filter(({ row }) => row.status === 'authorised')
      .flatMap(({ key }) => byComponent.get(key) ?? [])
      .filter(serves)
      .map(({ objective_id }) => objective_id),
  );
  const uncovered = active.filter(({ id }) => !served.has(id)).map(({ id, name }) => ({ id, name }));
  const coverage = { used: active.length - uncovered.length, eligible: active.length };
  const kpi = { portfolioId, kpi: OBJECTIVE_COVERAGE } as const;
  return { ...kpi, covered: shareOf(coverage), coverage, uncovered };
};

const shareOf = ({ used, eligible }: ObjectiveCoverageView['coverage']): ObjectiveCoverageView['covered'] =>
  eligible === 0
    ? { value: null, reason: 'no-objectives' }
    : {
        value: Decimal.of(used).dividedBy(Decimal.of(eligible), RATIO_PLACES).toString(),
        reason: null,
      };
