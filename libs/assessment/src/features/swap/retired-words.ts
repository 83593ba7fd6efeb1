import type { RankingInputs } from '../ranking/ranking-inputs';
import { ratedCriteria } from '../ranking/ratings-at';

/** Why no rating is among the changes tried, in words that follow a sentence; nothing where ratings can be given. */
export const withoutRatings = ({
  model: { name, retired },
  definition,
}: Pick<RankingInputs, 'model' | 'definition'>): string =>
  retired && ratedCriteria(definition).length > 0
    ? ` No other rating was tried: “${name}” is retired, and nobody assesses by it any more.`
    : '';
