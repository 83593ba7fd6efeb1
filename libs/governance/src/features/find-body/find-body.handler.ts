import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { bodyById } from './body-by-id';
import { FindBodyQuery } from './find-body.query';

@QueryHandler(FindBodyQuery)
export class FindBodyHandler implements IQueryHandler<FindBodyQuery> {
  execute({ reading: { readModel, cut }, params }: FindBodyQuery) {
    return bodyById(readModel, cut, params);
  }
}
