import type { Decimal } from '@docket/kernel';
import type { Criterion } from './scoring-model.events';

/**
 * What points enter a score with before they are weighed: themselves, or the maximum less them where the direction is cost. Points say
 * how much there is of what a criterion counts; less is better turns them over.
 */
export const credited = (direction: Criterion['direction'], maximum: Decimal, points: Decimal): Decimal =>
  direction === 'cost' ? maximum.minus(points) : points;
