import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindReportQuery } from './find-report.query';
import { reportFor } from './report-for';

@QueryHandler(FindReportQuery)
export class FindReportHandler implements IQueryHandler<FindReportQuery> {
  execute({ reading: { readModel, cut }, projectId, day }: FindReportQuery) {
    return reportFor(readModel, cut, { projectId, day });
  }
}
