import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { componentMovesSince, movesSince } from './moves';
import { ComponentMovesQuery, MovesQuery } from './moves.query';

@QueryHandler(MovesQuery)
export class MovesHandler implements IQueryHandler<MovesQuery> {
  execute({ reading: { readModel, cut }, params }: MovesQuery) {
    return movesSince(readModel, cut, params);
  }
}

@QueryHandler(ComponentMovesQuery)
export class ComponentMovesHandler implements IQueryHandler<ComponentMovesQuery> {
  execute({ reading: { readModel, cut }, params }: ComponentMovesQuery) {
    return componentMovesSince(readModel, cut, params);
  }
}
