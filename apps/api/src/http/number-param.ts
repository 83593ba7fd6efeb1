import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

/** Lets the number of an event in a path through: a whole number from 1 on, in plain digits. */
@Injectable()
export class NumberParam implements PipeTransform<string, number> {
  transform(value: string): number {
    if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
    throw new Problem(
      'number-malformed',
      `"${value.slice(0, 80)}" is not the number of an event: those are whole numbers from 1 on, in digits alone.`,
    );
  }
}
