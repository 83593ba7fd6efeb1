import type { Agreement } from '@docket/assessment';
import { rounded } from '@docket/kernel';

const WHY_NONE: Readonly<Record<NonNullable<Agreement['notAvailable']>, string>> = {
  'too-few-assessors': 'it takes two assessors',
  'too-few-items': 'it takes two things that all of them rated',
  'no-order': 'each of them gives everything the same, so that nothing is put in an order',
};

/** Kendall's W from 0 to 1, or why there is none, and on whom and what it rests. */
export const agreementInWords = (
  { value, notAvailable, assessors, items }: Agreement,
  item: string,
): string =>
  value === null
    ? `not available: ${WHY_NONE[notAvailable ?? 'no-order']}`
    : `${rounded(value, 3)} (${assessors} assessors, ${items} ${item})`;
