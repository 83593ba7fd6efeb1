import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { closureOf } from './closure-of';
import { FindClosureQuery } from './find-closure.query';

@QueryHandler(FindClosureQuery)
export class FindClosureHandler implements IQueryHandler<FindClosureQuery> {
  execute({ reading: { readModel, cut }, of }: FindClosureQuery) {
    return closureOf(readModel, cut, of);
  }
}
