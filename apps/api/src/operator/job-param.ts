import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

const isKind = (text: string): boolean => /^[a-z][a-z0-9-]{0,59}$/.test(text);
const isId = (text: string): boolean => text.length <= 200 && text.isWellFormed();

/** Lets the kind or the id of a job in a path through when it has the shape of one. */
@Injectable()
export class JobParam implements PipeTransform<string, string> {
  transform(value: string, { data }: ArgumentMetadata): string {
    if (data === 'kind' ? isKind(value) : isId(value)) return value;
    throw new Problem(
      'id-malformed',
      `"${value.slice(0, 80)}" is not the ${data} of a job; GET /api/v1/operator/jobs lists them.`,
    );
  }
}
