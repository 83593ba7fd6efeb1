import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListReportsQuery } from './list-reports.query';
import { reportsOf } from './reports-of';

@QueryHandler(ListReportsQuery)
export class ListReportsHandler implements IQueryHandler<ListReportsQuery> {
  execute({ reading: { readModel, cut }, projectId }: ListReportsQuery) {
    return reportsOf(readModel, cut, { projectId });
  }
}
