import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { portfolioById, type PortfolioView } from '@docket/portfolio';
import { projectTable, stands } from '@docket/project';
import type { MeasuredComponent } from '../../domain/measures/measures';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { definitionOf } from '../../scoring-model.projection';
import { measuredAlignments } from './alignments-at';
import { measuredOf } from './component-rows';
import { chooseModel, usedModel, type ModelChoiceRefusal, type UsedModel } from './model-choice';
import { noticesOf, type Notice } from './notices';
import { ratingsAwaited } from './ratings-awaited';
import { ratingsAt } from './ratings-at';

export type RankingRefusal = 'portfolio-unknown' | 'portfolio-not-known-then' | ModelChoiceRefusal;

/** All a ranking is a function of, read at a cut. */
export type RankingInputs = Readonly<{
  portfolio: Readonly<{ id: string; name: string }>;
  model: UsedModel;
  definition: ModelDefinition;
  notices: readonly Notice[];
  /** What amounts and days are told in. */
  setting: Readonly<{ currency: string; timeZone: string }>;
  components: readonly MeasuredComponent[];
}>;

/** The portfolio at the cut; where nothing was known of it by then, as it is known now. */
export const portfolioAt = async (
  readModel: ReadModel,
  cut: Cut,
  portfolioId: string,
): Promise<Readonly<{ view: PortfolioView; known: boolean }> | undefined> => {
  const then = await portfolioById(readModel, cut.number, portfolioId);
  if (then) return { view: then, known: true };
  const { number } = await readModel.checkpoint();
  const now = await portfolioById(readModel, number, portfolioId);
  return now && { view: now, known: false };
};

/** The components that stand at a cut, measured for one model: with what assessors gave them, and their alignment. */
export const componentsAt = async (
  readModel: ReadModel,
  cut: Cut,
  asked: Readonly<{ portfolioId: string; modelId: string; definition: ModelDefinition }>,
): Promise<readonly MeasuredComponent[]> => {
  const rows = await readModel.rowsAsOf(projectTable, cut.number, { scope: asked.portfolioId });
  const ratings = await ratingsAt(readModel, cut, asked, rows);
  const alignments = await measuredAlignments(readModel, cut, asked);
  return rows.flatMap(({ key, row }) =>
    stands(row.status)
      ? [measuredOf(key, row, { ratings: ratings.get(key), alignment: alignments.get(key) })]
      : [],
  );
};

/** Reads what a ranking needs: portfolio, model (by name or id, or by default) and the components that stand. */
export const rankingInputs = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId, model: wanted }: Readonly<{ portfolioId: string; model?: string }>,
): Promise<RankingInputs | Refused<RankingRefusal>> => {
  const portfolio = await portfolioAt(readModel, cut, portfolioId);
  if (!portfolio)
    return refuse(
      'portfolio-unknown',
      `There is no portfolio ${portfolioId}. Look its id up in the list of portfolios.`,
    );
  const chosen = await chooseModel(
    readModel,
    cut,
    { id: portfolioId, timeZone: portfolio.view.timeZone },
    wanted,
  );
  if ('outcome' in chosen)
    return portfolio.known || chosen.refusal.code !== 'no-published-model'
      ? chosen
      : refuse('portfolio-not-known-then', `Portfolio ${portfolioId} was not known as of ${cut.at}.`);
  const model = usedModel(chosen);
  const definition = definitionOf(chosen.row);
  const components = await componentsAt(readModel, cut, { portfolioId, modelId: model.id, definition });
  const awaited = await ratingsAwaited(readModel, cut, { portfolioId, model, definition, components });
  return {
    portfolio: { id: portfolioId, name: portfolio.view.name },
    model,
    definition,
    notices: [
      ...noticesOf({ portfolio: portfolio.view, known: portfolio.known, model, at: cut.at }),
      ...awaited,
    ],
    setting: { currency: portfolio.view.currency, timeZone: portfolio.view.timeZone },
    components,
  };
};
