import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

/** Whether a text is the number of an event as it is written: a whole number from 1 on, in digits alone. */
export const isEventNumber = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);

/** Lets the number of an event in a path through, as text: what is typed as a number is converted before any pipe sees it. */
@Injectable()
export class NumberParam implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isEventNumber(value)) return value;
    throw new Problem(
      'number-malformed',
      `"${value.slice(0, 80)}" is not the number of an event: those are whole numbers from 1 on, in digits alone.`,
    );
  }
}
