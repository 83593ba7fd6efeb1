import type { CommandRuntime, Gather } from '@docket/kernel';
import { portfolioOfModel } from '../model-grounds';

/** The time zone of a model's portfolio, gathered as a guard; UTC where there is no model. */
export const timeZoneOfModel = async (
  runtime: CommandRuntime,
  gather: Gather,
  modelId: string,
): Promise<string> => {
  const portfolio = await portfolioOfModel(runtime, gather, modelId);
  return portfolio.status === 'absent' ? 'UTC' : portfolio.timeZone;
};
