import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { motionById } from './motion-by-id';
import { FindMotionQuery } from './find-motion.query';

@QueryHandler(FindMotionQuery)
export class FindMotionHandler implements IQueryHandler<FindMotionQuery> {
  execute({ reading: { readModel, cut }, params }: FindMotionQuery) {
    return motionById(readModel, cut, params);
  }
}
