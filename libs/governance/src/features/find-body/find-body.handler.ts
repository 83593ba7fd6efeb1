import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { bodyById } from './body-by-id';
import { FindBodyQuery } from './find-body.query';

@QueryHandler(FindBodyQuery)
export class FindBodyHandler implements IQueryHandler<FindBodyQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, params }: FindBodyQuery) {
    return bodyById(this.live.current(), cut, params);
  }
}
