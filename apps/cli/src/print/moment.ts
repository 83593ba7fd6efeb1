import { dayOf } from '@docket/kernel';

/** The moment an answer stands for, as far as a heading names it. */
export type Moment = Readonly<{ number: number; at: string }>;

/** A moment as a heading names it: exactly, and the day it falls on where the portfolio is. */
export const momentInWords = ({ at, number }: Moment, timeZone: string): string =>
  `${at} (event ${number}), on ${dayOf(at, timeZone)} in ${timeZone}`;
