import { notReported, type Reading } from './doubt';
import { oneLine } from './prose';

/** A delivery confidence rating with the version of the scale it stands in. */
export type Rating = Readonly<{ scale: string; rating: string }>;

const FIVE_LEVELS = ['green', 'amber-green', 'amber', 'amber-red', 'red'];
const THREE_LEVELS = ['green', 'amber', 'red'];

/** Five levels until 2021, three from 2022 on: another scale, not an improvement. */
const scaleOf = (year: number) =>
  year <= 2021 ? { scale: 'ipa-5', levels: FIVE_LEVELS } : { scale: 'ipa-3', levels: THREE_LEVELS };

/** Reads a rating such as `Amber/ Red` on the scale of the list's year. */
export const readRating = (text: string, listYear: number): Reading<Rating> => {
  const plain = oneLine(text);
  if (plain === '') return {};
  const { scale, levels } = scaleOf(listYear);
  const rating = plain.toLowerCase().replace(/\s*[/-]\s*/g, '-');
  return levels.includes(rating)
    ? { value: { scale, rating } }
    : notReported(plain, `No level of the scale ${scale}`);
};
