import { isPerson } from '@docket/identity';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

/** Lets the id of a person in a path through when somebody has it. */
@Injectable()
export class PersonParam implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isPerson(value)) return value;
    const said = value.slice(0, 80);
    throw /^[a-z0-9][a-z0-9-]{1,62}$/.test(value)
      ? new Problem('person-unknown', `There is no person "${said}" here. GET /api/v1/people lists them.`)
      : new Problem('id-malformed', `"${said}" is not the id of a person; GET /api/v1/people lists them.`);
  }
}
