import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { gatesOfProjectAt } from './gates-of-project-at';
import { FindGatesQuery } from './find-gates.query';

@QueryHandler(FindGatesQuery)
export class FindGatesHandler implements IQueryHandler<FindGatesQuery> {
  execute({ reading: { readModel, cut }, of }: FindGatesQuery) {
    return gatesOfProjectAt(readModel, cut, of);
  }
}
