import type { Receipt, Refused } from '@docket/kernel';

/** The receipt of what was made within an aggregate: it names what was made, not the whole it was made in. */
export const receiptOf = <Code extends string>(
  id: string,
  result: Receipt | Refused<Code>,
): Receipt | Refused<Code> => (result.outcome === 'refused' ? result : { ...result, id });
