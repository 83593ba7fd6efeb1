import { amountInWords } from '@docket/kernel';
import type { CostBasis, CostDifference } from '../../domain/measures/funded-cost';

/** Where a cost that counts comes from, as it stands behind an amount. */
export const BASIS_IN_WORDS: Readonly<Record<CostBasis, string>> = {
  baseline: 'as authorised in its baseline',
  'business-case': 'as its business case states',
  reported: 'as last reported',
};

/** What is said now instead of the baseline that counts, without a full stop. */
export const costDifferenceInWords = (
  { baseline, businessCase, reported }: CostDifference,
  currency: string,
): string => {
  const others = [
    ...(businessCase === null ? [] : [`its business case gives ${amountInWords(currency, businessCase)}`]),
    ...(reported === null ? [] : [`last reported was ${amountInWords(currency, reported)}`]),
  ];
  return `it counts at its baseline, ${amountInWords(currency, baseline)}; ${others.join(', ')}`;
};
