/** Something in a file that was not taken as it stands. `line` is the physical line on which the record starts, from 1. */
export type Doubt = Readonly<{ file: string; line: number; field: string; value: string; reason: string }>;

const LONGEST_VALUE = 120;

/** A doubt whose value is short enough to be listed. */
export const doubt = ({ value, ...rest }: Doubt): Doubt => ({
  ...rest,
  value: value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value,
});

/** What a cell was read as. Both absent: a blank. `doubt` says why it is doubtful and what it was taken as. */
export type Reading<T> = Readonly<{ value?: T; doubt?: string }>;

const NOT_REPORTED = 'taken as not reported.';

/** Why a text is no value of its field's kind; a text that claims an exemption is named as such. */
export const notReported = (text: string, otherwise: string): Reading<never> => ({
  doubt: /\bexempt/i.test(text) ? `Exempt from disclosure: ${NOT_REPORTED}` : `${otherwise}: ${NOT_REPORTED}`,
});
