import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { bodiesOf } from './bodies-of';
import { ListBodiesQuery } from './list-bodies.query';

@QueryHandler(ListBodiesQuery)
export class ListBodiesHandler implements IQueryHandler<ListBodiesQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, params }: ListBodiesQuery) {
    return bodiesOf(this.live.current(), cut, params);
  }
}
