import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { swapOf } from './swap';
import { SwapQuery } from './swap.query';

@QueryHandler(SwapQuery)
export class SwapHandler implements IQueryHandler<SwapQuery> {
  execute({ reading: { readModel, cut }, params }: SwapQuery) {
    return swapOf(readModel, cut, params);
  }
}
