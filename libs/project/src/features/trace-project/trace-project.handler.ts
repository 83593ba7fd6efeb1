import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { TraceProjectQuery } from './trace-project.query';
import { projectHistory } from './project-history';

@QueryHandler(TraceProjectQuery)
export class TraceProjectHandler implements IQueryHandler<TraceProjectQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, projectId }: TraceProjectQuery) {
    return projectHistory(this.live.current(), cut, { projectId });
  }
}
