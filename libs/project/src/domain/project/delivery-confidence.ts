import type { Refusal } from '@docket/kernel';

/**
 * The versions of the scale on which reviewers judge delivery confidence, each with its levels, best first. A rating is
 * stored with its version; a changed scale is a new one, never another reading of an old rating. Source: the Infrastructure
 * and Projects Authority, which used five levels until 2021 and three since.
 */
export const CONFIDENCE_SCALES = {
  'ipa-5': ['green', 'amber-green', 'amber', 'amber-red', 'red'],
  'ipa-3': ['green', 'amber', 'red'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const SCALES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(CONFIDENCE_SCALES));

/** What is wrong with a rating that is none of its scale, naming those that are; `undefined` where it is one. */
export const offItsScale = ({
  scale,
  rating,
}: Readonly<{ scale: string; rating: string }>): Refusal<'confidence-off-scale'> | undefined => {
  const levels = SCALES.get(scale);
  if (levels?.includes(rating)) return undefined;
  return {
    code: 'confidence-off-scale',
    message: levels
      ? `"${rating}" is no level of the scale ${scale}. Its levels are ${levels.join(', ')}.`
      : `There is no confidence scale "${scale}". There are ${[...SCALES.keys()].join(' and ')}.`,
  };
};
