import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindProjectQuery } from './find-project.query';
import { projectById } from './project-by-id';

@QueryHandler(FindProjectQuery)
export class FindProjectHandler implements IQueryHandler<FindProjectQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, projectId }: FindProjectQuery) {
    return projectById(this.live.current(), cut, { projectId });
  }
}
