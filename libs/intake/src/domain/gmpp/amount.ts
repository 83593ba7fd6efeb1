import { Decimal, type DecimalText } from '@docket/kernel';
import { notReported, type Reading } from './doubt';
import { oneLine } from './prose';

const AMOUNT = /^(?<sign>-)?\s?£?\s?(?<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?<fraction>\.\d{1,15})?\s?m?$/i;
const MILLION = Decimal.of(1_000_000);

/** Reads an amount in £m, as the lists write it, as an exact decimal in pounds. Amounts below zero are doubtful. */
export const readAmount = (text: string): Reading<DecimalText> => {
  const plain = oneLine(text);
  if (plain === '') return {};
  const { sign, whole = '', fraction = '' } = AMOUNT.exec(plain)?.groups ?? {};
  if (whole === '') return notReported(plain, 'Not an amount in £m');
  const pounds = Decimal.of(whole.replaceAll(',', '') + fraction).times(MILLION);
  return sign && !pounds.isZero ? notReported(plain, 'An amount below zero') : { value: pounds.toString() };
};
