import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { letterOf } from './letter';
import { LetterQuery } from './letter.query';

@QueryHandler(LetterQuery)
export class LetterHandler implements IQueryHandler<LetterQuery> {
  execute({ reading: { readModel, cut }, params }: LetterQuery) {
    return letterOf(readModel, cut, params);
  }
}
