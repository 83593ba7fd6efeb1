import type { Cut, ReadModel } from '@docket/kernel';
import {
  businessCaseTable,
  MONEY,
  projectTable,
  standingValues,
  type BusinessCaseRow,
} from '@docket/project';
import type { Servable } from '../../domain/alignment/alignment';
import type { MeasuredComponent } from '../../domain/measures/measures';
import { contributionsOfComponent, weighedObjectives } from '../contributions/contribution-rows';
import { measuresAlignment } from '../ranking/alignments-at';
import type { RankingInputs } from '../ranking/ranking-inputs';
import { assessorsIn } from './assessors-in';

type Asked = Pick<RankingInputs, 'components' | 'definition' | 'model' | 'portfolio'>;

/** The active, weighed objectives of its portfolio, with the level at which a component is confirmed to serve each. */
const objectivesFor = async (
  readModel: ReadModel,
  cut: Cut,
  asked: Readonly<{ portfolioId: string; projectId: string }>,
): Promise<readonly Servable[]> => {
  const active = await weighedObjectives(readModel, cut, asked.portfolioId);
  const rows = await contributionsOfComponent(readModel, cut, asked);
  const byObjective = new Map(rows.map((row) => [row.objective_id, row]));
  return active.flatMap(({ id, name, weight }) => {
    const { scale = '', confirmation } = byObjective.get(id) ?? {};
    const confirmed = confirmation ? { scale, level: confirmation.level } : null;
    return weight === null ? [] : [{ id, name, weight, confirmed }];
  });
};

/** Whether the years of a case have to add up to its cost, and its benefits in money to those it expects. */
const inPartsOf = (lists: BusinessCaseRow | undefined) => ({
  cost: (lists?.budget_by_year ?? []).length > 0,
  benefits: (lists?.benefits ?? []).some(({ unit }) => unit === MONEY),
});

/**
 * Finds a component of a ranking with all that a change of it is tried on: whose points count on each rated criterion, which objectives it
 * serves, the start that no finish comes before, whether a motion is open on it, and what its case has in parts. @throws Error for another's id
 */
export const changeableIn = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolio: { id: portfolioId }, ...inputs }: Asked,
): Promise<(id: string) => Promise<MeasuredComponent>> => {
  const withAssessors = await assessorsIn(readModel, cut, { ...inputs, portfolioId });
  return async (id) => {
    const row = await readModel.rowAsOf(projectTable, cut.number, id);
    const component = withAssessors(id, row);
    const asked = { portfolioId, projectId: id };
    const objectives = measuresAlignment(inputs.definition) ? await objectivesFor(readModel, cut, asked) : [];
    const start = row && (standingValues(row).start ?? row.business_case?.start);
    const inParts = inPartsOf(await readModel.rowAsOf(businessCaseTable, cut.number, id));
    const hasOpenMotion = (row?.open_motion ?? null) !== null;
    return { ...component, objectives, start, hasOpenMotion, inParts };
  };
};
