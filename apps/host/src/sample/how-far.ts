import { deliveryHealthModel, modelIdOf, ScoringModel } from '@docket/assessment';
import { loadState } from '@docket/kernel';
import type { OpenedPortfolio } from '@docket/portfolio';
import type { System } from '../system';
import type { Illustration } from './illustration';
import type { IllustratedDecisions } from './illustrated-acts';

/** What is made up beside the lists. */
export type MadeUp = Readonly<{ illustration: Illustration; decisions: IllustratedDecisions }>;

/** What is left to do for the sample; `mixed` when it was broken off and somebody has worked on it since. */
export type Sample = 'to-load' | 'loaded' | 'mixed' | 'not-wanted';

/** As what history comes to the end of the sample: the last that is recorded of it. */
export const ALL_OF_IT = 'illustration-decisions.json, all of it';

/** Whether a portfolio holds the whole sample, as one look at its own stream tells. */
export const isWhole = ({ reached }: OpenedPortfolio): boolean =>
  reached.some(({ source }) => source === ALL_OF_IT);

/** Whether nothing of the decisions can be recorded any more: the history of the portfolio is settled, or has gone on behind them. */
const hasGoneOn = ({ history, reachedAt = '' }: OpenedPortfolio, { decisions }: MadeUp): boolean =>
  history === 'settled' || reachedAt > decisions.until;

const isBegunOf = ({ reached }: OpenedPortfolio, begun: string): boolean =>
  reached.some(({ source }) => source === begun);

/**
 * What is left to do for a sample that is not whole: what the lists bring ends with a model, what illustrates them with the weights of objectives. One that an
 * earlier Docket made whole without illustration, or without decisions, stays as it is once its history has gone on.
 */
export const leftToDo = async (
  { runtime }: System,
  portfolio: OpenedPortfolio,
  madeUp: MadeUp & Readonly<{ isIllustrated: boolean }>,
): Promise<Sample> => {
  if (!hasGoneOn(portfolio, madeUp)) return 'to-load';
  const { illustration, decisions, isIllustrated } = madeUp;
  if (isBegunOf(portfolio, decisions.source)) return 'mixed';
  if (isIllustrated) return 'loaded';
  if (isBegunOf(portfolio, illustration.source)) return 'mixed';
  const id = modelIdOf(portfolio.portfolioId, deliveryHealthModel.name);
  const { status } = await loadState(runtime, ScoringModel, id);
  const listsAreWhole = status === 'published' || status === 'retired';
  return listsAreWhole ? 'loaded' : 'mixed';
};
