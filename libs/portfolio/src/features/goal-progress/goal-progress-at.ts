import type { Cut, ReadModel } from '@docket/kernel';
import { goalProgressOf, type GoalProgress } from '../../domain/strategy/progress';
import { objectivesOf } from '../objectives/objectives-of';

/** The version of the definition: another way to work it out is another series. */
export const GOAL_PROGRESS = 'goal-progress-1';

/** The goal progress of a portfolio as answers show it. */
export type GoalProgressView = GoalProgress & Readonly<{ portfolioId: string; kpi: typeof GOAL_PROGRESS }>;

/** The goal progress of a portfolio at the cut, over its active objectives. */
export const goalProgressAt = async (
  readModel: ReadModel,
  cut: Pick<Cut, 'number'>,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<GoalProgressView> => {
  const objectives = await objectivesOf(readModel, cut, { portfolioId, status: 'active' });
  const weighed = objectives.map(({ weight, progress }) => ({ weight, progress: progress.value }));
  return { portfolioId, kpi: GOAL_PROGRESS, ...goalProgressOf(weighed) };
};
