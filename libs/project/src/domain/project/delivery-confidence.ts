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

/** The levels of a version, best first; `undefined` where there is no such version. */
export const levelsOf = (scale: string): readonly string[] | undefined => SCALES.get(scale);

/** The names of all versions. */
export const confidenceScales: readonly string[] = [...SCALES.keys()];
