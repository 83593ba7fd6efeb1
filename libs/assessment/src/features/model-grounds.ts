import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio, type PortfolioState } from '@docket/portfolio';
import { CONFIDENCE_SCALES } from '@docket/project';
import { ScoringModel } from '../domain/scoring-model';
import type { ModelGrounds } from '../domain/scoring-model/model-grounds';

/** What a model of this portfolio is judged by; no currency where there is no portfolio. */
export const groundsIn = (portfolio: PortfolioState): ModelGrounds => ({
  currency: portfolio.status === 'absent' ? '' : portfolio.currency,
  confidenceScales: CONFIDENCE_SCALES,
});

/**
 * The portfolio of a model, gathered as a guard; undefined where there is no model. A model stays in the portfolio it was drafted
 * in, so that finding out which one needs no guard.
 */
export const portfolioOfModel = async (
  runtime: CommandRuntime,
  gather: Gather,
  modelId: string,
): Promise<PortfolioState> => {
  const model = await loadState(runtime, ScoringModel, modelId);
  return model.status === 'absent' ? { status: 'absent' } : gather(Portfolio, model.portfolioId);
};
