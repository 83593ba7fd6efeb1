import { isDay } from '@docket/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

/** Lets a day of a path through when it exists. */
@Injectable()
export class DayParam implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isDay(value)) return value;
    throw new Problem(
      'day-malformed',
      `"${value.slice(0, 80)}" is no day that exists. Write one like 2026-03-31.`,
    );
  }
}
