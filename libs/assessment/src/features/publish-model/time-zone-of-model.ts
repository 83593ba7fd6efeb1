import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { ScoringModel } from '../../domain/scoring-model';

/**
 * The time zone of a model's portfolio, gathered as a guard; UTC where there is no model. A model stays in the portfolio it was
 * drafted in, so that finding out which one needs no guard.
 */
export const timeZoneOfModel = async (
  runtime: CommandRuntime,
  gather: Gather,
  modelId: string,
): Promise<string> => {
  const model = await loadState(runtime, ScoringModel, modelId);
  if (model.status === 'absent') return 'UTC';
  const portfolio = await gather(Portfolio, model.portfolioId);
  return portfolio.status === 'absent' ? 'UTC' : portfolio.timeZone;
};
