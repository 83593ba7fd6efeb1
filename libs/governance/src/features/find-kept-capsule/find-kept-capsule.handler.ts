import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindKeptCapsuleQuery } from './find-kept-capsule.query';
import { keptCapsuleOf } from './kept-capsule';

@QueryHandler(FindKeptCapsuleQuery)
export class FindKeptCapsuleHandler implements IQueryHandler<FindKeptCapsuleQuery> {
  execute({ reading: { readModel, cut }, ballot }: FindKeptCapsuleQuery) {
    return keptCapsuleOf(readModel, cut, ballot);
  }
}
