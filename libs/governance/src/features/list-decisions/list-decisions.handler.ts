import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { decisionRegister } from './decision-register';
import { ListDecisionsQuery } from './list-decisions.query';

@QueryHandler(ListDecisionsQuery)
export class ListDecisionsHandler implements IQueryHandler<ListDecisionsQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, params }: ListDecisionsQuery) {
    return decisionRegister(this.live.current(), cut, params);
  }
}
