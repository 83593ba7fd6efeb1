import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { motionById } from './motion-by-id';
import { FindMotionQuery } from './find-motion.query';

@QueryHandler(FindMotionQuery)
export class FindMotionHandler implements IQueryHandler<FindMotionQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, params }: FindMotionQuery) {
    return motionById(this.live.current(), cut, params);
  }
}
