import { refuse, type Cut, type Day, type Instant, type ReadModel, type Refused } from '@docket/kernel';
import { portfolioAt } from '../ranking/ranking-inputs';
import { chooseModel } from '../ranking/model-choice';

/** What somebody who decides by a ranking is told of the model behind it. `code` is stable, `text` a sentence. */
export type ModelWarning = Readonly<{
  code: 'model-published-by-one' | 'model-published-lately';
  text: string;
}>;

/** The published model that a ranking rests on: whose act its publication was, when that was, and what to know of it. */
export type ModelBehind = Readonly<{
  id: string;
  name: string;
  publishedBy: string;
  publishedAt: Instant;
  effectiveFrom: Day;
  /** Whether it was published by the follow-up of a decision, and not by a person. */
  isByDecision: boolean;
  warnings: readonly ModelWarning[];
}>;

/** A process publishes what a body has decided to publish, and nothing else. */
const isByDecisionOf = (publishedBy: string): boolean => publishedBy.startsWith('process:');

type Publication = Readonly<{ name: string; publishedBy: string; publishedAt: Instant; at: Instant }>;

/** Until a model has been there for so many days, whoever decides by it is told that it is new. */
export const DAYS_OF_NOTICE = 7;

const DAY_MS = 86_400_000;

/**
 * What is said of a publication to a body that looks at a ranking at an instant. Where no decision stands behind it, a publication is the act of one person; a model that is younger than
 * `DAYS_OF_NOTICE` may have moved what the body is about to decide.
 */
export const warningsOf = ({ name, publishedBy, publishedAt, at }: Publication): readonly ModelWarning[] => {
  const alone: ModelWarning = {
    code: 'model-published-by-one',
    text: `${publishedBy} published the model “${name}”; no body decided on it.`,
  };
  const whose = isByDecisionOf(publishedBy) ? [] : [alone];
  const lately: ModelWarning = {
    code: 'model-published-lately',
    text: `The model “${name}” was published at ${publishedAt}, fewer than ${DAYS_OF_NOTICE} days before. A comparison with the model before it says whom that moved.`,
  };
  const isNew = Date.parse(at) - Date.parse(publishedAt) < DAYS_OF_NOTICE * DAY_MS;
  return isNew ? [...whose, lately] : whose;
};

/** The model that components of a portfolio are ranked by at a cut; none that was published only later. */
export const modelBehind = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<ModelBehind | Refused<'portfolio-unknown' | 'no-published-model'>> => {
  const portfolio = await portfolioAt(readModel, cut, portfolioId);
  if (!portfolio) return refuse('portfolio-unknown', `There is no portfolio ${portfolioId}.`);
  const { timeZone } = portfolio.view;
  const chosen = await chooseModel(readModel, cut, { id: portfolioId, timeZone });
  if ('outcome' in chosen || chosen.inRetrospect)
    return refuse('no-published-model', 'No scoring model was published by then: nothing was ranked.');
  const { row, effectiveFrom } = chosen;
  const { id, name } = row;
  const [publishedBy, publishedAt] = [row.published_by ?? '', row.published_at ?? ''];
  const warnings = warningsOf({ name, publishedBy, publishedAt, at: cut.at });
  const isByDecision = isByDecisionOf(publishedBy);
  return { id, name, publishedBy, publishedAt, effectiveFrom, isByDecision, warnings };
};
