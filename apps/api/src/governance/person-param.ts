import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

/** Lets the id of a person in a path through when it has the shape of one. */
@Injectable()
export class PersonParam implements PipeTransform<string, string> {
  transform(value: string): string {
    if (/^[a-z0-9][a-z0-9-]{1,62}$/.test(value)) return value;
    throw new Problem(
      'id-malformed',
      `"${value.slice(0, 80)}" is not the id of a person; GET /api/v1/people lists them.`,
    );
  }
}
