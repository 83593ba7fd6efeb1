import { isUuid } from '@docket/kernel';
import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

/** Lets an id of a path through when it is one of ours. */
@Injectable()
export class IdParam implements PipeTransform<string, string> {
  transform(value: string, { data }: ArgumentMetadata): string {
    if (isUuid(value)) return value;
    throw new Problem(
      'id-malformed',
      `"${value.slice(0, 80)}" is not an id (${data}); ids are UUIDs in lower case, as the lists give them.`,
    );
  }
}
