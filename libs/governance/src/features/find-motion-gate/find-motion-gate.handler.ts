import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindMotionGateQuery } from './find-motion-gate.query';
import { motionGate } from './motion-gate';

@QueryHandler(FindMotionGateQuery)
export class FindMotionGateHandler implements IQueryHandler<FindMotionGateQuery> {
  execute({ reading: { readModel, cut }, params }: FindMotionGateQuery) {
    return motionGate(readModel, cut, params);
  }
}
