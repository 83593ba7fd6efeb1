import { amountInWords, percent, rounded, type DecimalText } from '@docket/kernel';

/** An exact amount; one with a fraction to the second place. */
export const money = (currency: string, amount: DecimalText): string =>
  amountInWords(currency, amount.includes('.') ? rounded(amount, 2) : amount);

/** A share of one as per cent, or why there is none. */
export const shareOr = (share: DecimalText | null, reason: string): string =>
  share === null ? `not available: ${reason}` : percent(share, 1);
