import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { compositionOf } from './composition-of';
import { CompositionQuery } from './composition.query';

@QueryHandler(CompositionQuery)
export class CompositionHandler implements IQueryHandler<CompositionQuery> {
  execute({ reading: { readModel, cut }, params }: CompositionQuery) {
    return compositionOf(readModel, cut, params);
  }
}
