import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { motionsOf } from './motions-of';
import { ListMotionsQuery } from './list-motions.query';

@QueryHandler(ListMotionsQuery)
export class ListMotionsHandler implements IQueryHandler<ListMotionsQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, params }: ListMotionsQuery) {
    return motionsOf(this.live.current(), cut, params);
  }
}
