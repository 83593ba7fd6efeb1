import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListRevisionsQuery } from './list-revisions.query';
import { revisionsOf } from './revisions-of';

@QueryHandler(ListRevisionsQuery)
export class ListRevisionsHandler implements IQueryHandler<ListRevisionsQuery> {
  execute({ reading: { readModel, cut }, projectId }: ListRevisionsQuery) {
    return revisionsOf(readModel, cut, { projectId });
  }
}
